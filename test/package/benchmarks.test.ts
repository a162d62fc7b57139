import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { renderFiles } from "../bench/page/page.ts"
import { MEASUREMENTS, readResults } from "../bench/results.ts"

const DOCS = resolve(import.meta.dirname, "../../docs")
const results = readResults()
const files = renderFiles(results)

test("docs/benchmarks/results.json has every measurement", () => {
  expect(Object.keys(results)).toEqual([...MEASUREMENTS])
})

test.each(Object.keys(files))("docs/%s is generated from the results", (path) => {
  expect(readFileSync(join(DOCS, path), "utf8")).toBe(files[path])
})

test("docs/benchmarks has no chart without a measurement", () => {
  const expected = Object.keys(files).filter((path) => path.startsWith("benchmarks/"))
  const found = readdirSync(join(DOCS, "benchmarks")).map((file) => `benchmarks/${file}`)
  expect(found.sort()).toEqual([...expected, "benchmarks/results.json"].sort())
})
