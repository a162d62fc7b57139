import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import results from "../../docs/compatibility.json" with { type: "json" }
import { type Cell, nameOf } from "../../scripts/matrix/cells.ts"
import { CHECKS, runCell } from "../../scripts/matrix/run-cell.ts"
import { packPackage } from "../helpers/npm.ts"

/**
 * The oldest versions of the matrix. Other tests run the newest, and `npm run matrix` runs every combination.
 *
 * Installs the versions of the last matrix run from npm's registry, with the cache that `npm ci` filled.
 */
const OLDEST: Cell = { next: 14, react: 18, nextAuth: 4, router: "app" }
const name = nameOf(OLDEST)

const directory = mkdtempSync(join(tmpdir(), "authjs-bink-compatibility-"))
let tarball: string

beforeAll(() => {
  tarball = packPackage(directory)
})
afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }))

test(`${name}: install, init, build, start and every sign-in pass`, { timeout: 300_000 }, async () => {
  const recorded = results.cells.find((cell) => nameOf(cell as Cell) === name)
  if (!recorded) throw new Error(`Missing "${name}" in docs/compatibility.json. Run npm run matrix.`)
  const checks = await runCell(OLDEST, recorded.versions, { directory: join(directory, "app"), tarball })
  expect(checks).toEqual(Object.fromEntries(CHECKS.map((check) => [check, "passed"])))
})
