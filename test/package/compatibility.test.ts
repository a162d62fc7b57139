import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import found from "../../docs/compatibility.json" with { type: "json" }
import manifest from "../../package.json" with { type: "json" }
import { root } from "../../scripts/demo-app.ts"
import { CELLS, nameOf } from "../../scripts/matrix/cells.ts"
import type { Compatibility } from "../../scripts/matrix/results.ts"
import { CHECKS } from "../../scripts/matrix/run-cell.ts"
import { papers } from "../../scripts/matrix/tables.ts"

/** What the papers say works is what `npm run matrix` ran, and nothing else. */
const results = found as Compatibility

test("the matrix was run with the version that is published", () => {
  expect(results.package).toBe(manifest.version)
})

test("every combination has a result for every check, or a reason why it cannot be", () => {
  expect(results.cells.map(nameOf)).toEqual(CELLS.map(nameOf))
  for (const cell of results.cells) {
    if ("impossible" in cell) expect(cell.impossible, nameOf(cell)).not.toBe("")
    else expect(Object.keys(cell.checks), nameOf(cell)).toEqual(CHECKS)
  }
})

test.each(Object.entries(papers(results)))("%s shows what was found", (path, text) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(text)
})

test("a cell whose checks did not all pass is not shown as working", () => {
  const [first, ...others] = results.cells
  if (!first || !("checks" in first)) throw new Error("the first cell was not run")
  const shown = (result: string) =>
    papers({ ...results, cells: [{ ...first, checks: { ...first.checks, build: result } }, ...others] })
  expect(shown("passed")).toEqual(papers(results))
  expect(shown("not run")["README.md"]).toContain("React 18 **fails**")
  const failed = shown("It does not compile.")
  expect(failed["README.md"]).toContain("React 18 **fails**")
  expect(failed["docs/compatibility.md"]).toContain("build: It does not compile.")
})
