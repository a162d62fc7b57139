import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import recorded from "../../docs/compatibility.json" with { type: "json" }
import manifest from "../../package.json" with { type: "json" }
import { EXAMPLES } from "../../scripts/demo/example-apps.ts"
import { readExampleResults } from "../../scripts/demo/example-results.ts"
import { CELLS, nameOf } from "../../scripts/matrix/cells.ts"
import { COMPANIONS } from "../../scripts/matrix/companions.ts"
import { readInstalls } from "../../scripts/matrix/installs.ts"
import { PACKAGE_MANAGERS } from "../../scripts/matrix/package-managers.ts"
import type { Compatibility } from "../../scripts/matrix/results.ts"
import { CHECKS } from "../../scripts/matrix/run-cell.ts"
import { resultFiles } from "../../scripts/matrix/tables.ts"
import { ROOT } from "../../scripts/run.ts"

const results = recorded as Compatibility

test("docs/compatibility.json has the current version of the package", () => {
  expect(results.package).toBe(manifest.version)
})

test("every combination has a result for each check or a reason why it cannot be installed", () => {
  expect(results.cells.map(nameOf)).toEqual(CELLS.map(nameOf))
  for (const cell of results.cells) {
    if ("impossible" in cell) expect(cell.impossible, nameOf(cell)).not.toBe("")
    else expect(Object.keys(cell.checks), nameOf(cell)).toEqual(CHECKS)
  }
})

test("docs/installs.json has the current version of the package and only passed installations with each package manager", () => {
  const { package: version, managers, companions } = readInstalls()
  expect(version).toBe(manifest.version)
  const names = PACKAGE_MANAGERS.map(({ name }) => name)
  expect(Object.keys(managers)).toEqual(names)
  expect(companions.map(({ name }) => name)).toEqual(COMPANIONS.map(({ name }) => name))
  for (const { name, results } of companions) {
    expect(Object.keys(results), name).toEqual(names)
    for (const result of Object.values(results)) {
      if (typeof result === "string") expect(result, name).toBe("passed")
    }
  }
})

test("docs/examples.json has the current version of the package and only passed checks of every example", () => {
  const { package: version, examples } = readExampleResults()
  expect(version).toBe(manifest.version)
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(EXAMPLES))
  for (const { name, passed, checks } of examples) {
    expect(checks, name).toBeGreaterThan(10)
    expect(passed, name).toBe(checks)
  }
})

test.each(Object.entries(resultFiles(results)))(
  "%s shows the results of docs/compatibility.json",
  (path, text) => {
    expect(readFileSync(join(ROOT, path), "utf8")).toBe(text)
  },
)

test("a combination with a failed or missing check is shown as failed", () => {
  const [first, ...others] = results.cells
  if (!first || !("checks" in first)) throw new Error("the first combination has no results")
  const shown = (result: string) =>
    resultFiles({ ...results, cells: [{ ...first, checks: { ...first.checks, build: result } }, ...others] })
  expect(shown("passed")).toEqual(resultFiles(results))
  expect(shown("not run")["README.md"]).toContain("React 18 **fails**")
  const failed = shown("It does not compile.")
  expect(failed["README.md"]).toContain("React 18 **fails**")
  expect(failed["docs/compatibility.md"]).toContain("build: It does not compile.")
})
