import { readFileSync } from "node:fs"
import type { BinkEmulatorOptions } from "../../emulator/index.js"
import { closest } from "../closest.js"
import { Failure } from "../failure.js"

const PARTS = ["users", "clients", "tokens", "consent", "signedInAs"]

type Seed = Pick<BinkEmulatorOptions, "users" | "clients" | "tokens" | "consent" | "signedInAs">

/**
 * Reads a seed from a JSON file. What is inside each part, the emulator checks.
 *
 * @throws Failure for a file that cannot be read, is no JSON, or has a part that there is not
 */
export function readSeedFile(path: string): Seed {
  const seed = parse(path, read(path))
  if (typeof seed !== "object" || seed === null || Array.isArray(seed)) {
    throw new Failure(`The seed in ${path} must be an object with any of: ${PARTS.join(", ")}.`)
  }
  for (const name of Object.keys(seed)) {
    if (PARTS.includes(name)) continue
    const meant = closest(name, PARTS)
    throw new Failure(
      `The seed in ${path} has a part "${name}", which would do nothing. ${meant ? `Did you mean "${meant}"?` : `There are: ${PARTS.join(", ")}.`}`,
    )
  }
  return seed
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code
    throw new Failure(`The seed file ${path} cannot be read: ${why}.`)
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""))
  } catch (error) {
    // The parser's own sentence quotes the file, which may hold a token. Its place is enough, where it names one.
    const offset = /position (\d+)/.exec(String(error))?.[1]
    const line =
      offset === undefined ? "" : ` Look at line ${text.slice(0, Number(offset)).split("\n").length}.`
    throw new Failure(`The seed file ${path} is no JSON, so nothing was started.${line}`)
  }
}
