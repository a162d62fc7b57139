import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { LIBRARIES } from "../../scripts/languages/libraries.ts"
import { writeTable } from "../../scripts/languages/table.ts"

const page = readFileSync("docs/get-started/other-languages.md", "utf8")
/** The table without the column of the results, which depends on the machine. */
const rows = (text: string) =>
  text.split("\n").flatMap((line) => (line.startsWith("|") ? [line.replace(/[^|]+\|$/, "")] : []))

it("has a row for every library in the documentation, with its setting", () => {
  expect(rows(page)).toEqual(
    rows(
      writeTable(
        page,
        LIBRARIES.map((library) => ({ library })),
      ),
    ),
  )
})

it.each(LIBRARIES.flatMap(({ program }) => program ?? []))("has the program $file", ({ file }) => {
  expect(existsSync(`scripts/languages/${file}`)).toBe(true)
})

it("writes what happened to each library", () => {
  const [library] = LIBRARIES
  if (!library) throw new Error("Missing libraries.")
  const results = [
    { library, version: "1.2.3" },
    { library, version: "" },
    { library, version: "1.2.3", failure: "Wrong profile" },
    { library },
  ]
  const [table = ""] = writeTable(page, results).split("<!-- to here -->")
  const outcomes = table.match(/(signed in|\*\*fails\*\*|not run)[^|]*(?= \|\n)/g)
  expect(outcomes).toEqual(["signed in, 1.2.3", "signed in", "**fails**, 1.2.3", "not run"])
})
