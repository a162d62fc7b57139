import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import found from "../../docs/compatibility.json" with { type: "json" }
import { type Cell, nameOf } from "../../scripts/matrix/cells.ts"
import { CHECKS, runCell } from "../../scripts/matrix/run-cell.ts"
import { packPackage } from "./npm.ts"

/**
 * Two cells of the matrix, in every run of the tests: the oldest corner, and the middle. `npm run matrix` has them all.
 *
 * They take the versions that the matrix was last run with, from npm's registry, which a machine that ran `npm ci`
 * reaches.
 */
const TELLING: Cell[] = [
  { next: 14, react: 18, nextAuth: 4, router: "app" },
  { next: 15, react: 19, nextAuth: 5, router: "app" },
]

const folder = mkdtempSync(join(tmpdir(), "authjs-bink-compatibility-"))
let tarball: string

beforeAll(() => {
  tarball = packPackage(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))

test.each(TELLING.map((cell) => [nameOf(cell), cell] as const))(
  "%s",
  { timeout: 300_000 },
  async (name, cell) => {
    const recorded = found.cells.find((one) => nameOf(one as Cell) === name)
    if (!recorded) throw new Error(`docs/compatibility.json has no ${name}. Run: npm run matrix`)
    const results = await runCell(cell, recorded.versions, {
      folder: join(folder, name.replaceAll(" ", "_")),
      tarball,
    })
    expect(results).toEqual(Object.fromEntries(CHECKS.map((check) => [check, "passed"])))
  },
)
