import { readFileSync } from "node:fs"
import type { BinkEmulatorOptions } from "../../../emulator/index.js"
import { closest } from "../../closest.js"
import { Failure } from "../../command.js"

const KEYS = ["users", "clients", "tokens", "consent", "signedInAs"] as const

type Seed = Pick<BinkEmulatorOptions, (typeof KEYS)[number]>

/**
 * Reads a seed from a JSON file. Checks only its keys: the emulator checks their values.
 *
 * @throws Failure if the file cannot be read, is not JSON, or has an unknown key
 */
export function readSeedFile(path: string): Seed {
  const seed = parseSeed(path, readText(path))
  if (typeof seed !== "object" || seed === null || Array.isArray(seed)) {
    throw new Failure(`Invalid seed file ${path}: it must be an object with any of: ${KEYS.join(", ")}.`)
  }
  for (const key of Object.keys(seed)) {
    if (KEYS.includes(key as (typeof KEYS)[number])) continue
    const suggestion = closest(key, KEYS)
    throw new Failure(
      `Unknown key "${key}" in seed file ${path}. ${suggestion ? `Did you mean "${suggestion}"?` : `Use any of: ${KEYS.join(", ")}.`}`,
    )
  }
  return seed
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const cause =
      code === "ENOENT" ? "the file does not exist" : code === "EISDIR" ? "it is a directory" : code
    throw new Failure(`Cannot read seed file ${path}: ${cause}.`)
  }
}

function parseSeed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""))
  } catch (error) {
    // The message of `JSON.parse` quotes the file, which may contain a token. Report only the line.
    const offset = /position (\d+)/.exec(String(error))?.[1]
    const line = offset === undefined ? "" : `, line ${text.slice(0, Number(offset)).split("\n").length}`
    throw new Failure(`Invalid JSON in seed file ${path}${line}. The emulator was not started.`)
  }
}
