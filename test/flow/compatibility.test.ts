import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import results from "../../docs/compatibility.json" with { type: "json" }
import { type Cell, nameOf } from "../../scripts/matrix/cells.ts"
import { CHECKS, runCell } from "../../scripts/matrix/run-cell.ts"
import { packPackage } from "../helpers/npm.ts"

/**
 * Two combinations of the matrix: the oldest versions and the middle. `npm run matrix` runs all of them.
 *
 * Installs the versions of the last matrix run from npm's registry, with the cache that `npm ci` filled.
 */
const COMBINATIONS: Cell[] = [
  { next: 14, react: 18, nextAuth: 4, router: "app" },
  { next: 15, react: 19, nextAuth: 5, router: "app" },
]

const directory = mkdtempSync(join(tmpdir(), "authjs-bink-compatibility-"))
let tarball: string

beforeAll(() => {
  tarball = packPackage(directory)
})
afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }))

test.each(COMBINATIONS.map((cell) => [nameOf(cell), cell] as const))(
  "%s: install, init, build, start and every sign-in pass",
  { timeout: 300_000 },
  async (name, cell) => {
    const recorded = results.cells.find((one) => nameOf(one as Cell) === name)
    if (!recorded) throw new Error(`Missing "${name}" in docs/compatibility.json. Run npm run matrix.`)
    const checks = await runCell(cell, recorded.versions, {
      directory: join(directory, name.replaceAll(" ", "_")),
      tarball,
    })
    expect(checks).toEqual(Object.fromEntries(CHECKS.map((check) => [check, "passed"])))
  },
)
