import type { Library } from "./libraries.ts"

/** What happened when a library was run. */
export interface Result {
  library: Library
  /** Version of the library, or an empty string if it does not tell. `undefined` if it is not installed. */
  version?: string | undefined
  /** The reason, if the sign-in failed. */
  failure?: string | undefined
}

const START = "<!-- `npm run test:languages` writes from here -->"
const END = "<!-- to here -->"
const SOURCES = "../../scripts/languages"

/** Returns the page with the table of these results. */
export function writeTable(page: string, results: Result[]): string {
  const [before, rest = ""] = page.split(START)
  const [, after] = rest.split(END)
  if (after === undefined) throw new Error(`Missing markers: ${START} and ${END}.`)
  const rows = results.map(({ library: { language, name, url, setting, program }, version, failure }) => {
    const outcome = failure ? "**fails**" : version === undefined ? "not run" : "signed in"
    const result = version ? `${outcome}, ${version}` : outcome
    const file = program ? `[program](${SOURCES}/${program.file})` : ""
    return `| ${language} | [${name}](${url}) | ${setting} | ${file} | ${result} |\n`
  })
  const head =
    "| language | library | setting | program | result, version |\n| --- | --- | --- | --- | --- |\n"
  return `${before}${START}\n\n${head}${rows.join("")}\n${END}${after}`
}
