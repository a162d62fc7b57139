import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseEnv } from "node:util"
import { loadEnvConfig } from "@next/env"
import { isFile } from "./files.js"

export type Mode = "development" | "production"

/** The environment variables of an app. */
export interface Environment {
  /** Values as the app receives them: Next.js replaces `$NAME` in its files. */
  values: NodeJS.Dict<string>
  /** The text in the files, before Next.js replaces `$NAME`. */
  raw: NodeJS.Dict<string>
}

/**
 * Reads the environment files of an app with the loader of Next.js.
 *
 * @param useProcess Whether variables of this process replace those of the files, as they do when the app starts.
 * @see https://nextjs.org/docs/app/guides/environment-variables#environment-variable-load-order
 */
export function readEnvironment(root: string, mode: Mode, useProcess: boolean): Environment {
  const files = [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"].filter((name) =>
    isFile(join(root, name)),
  )
  const raw: NodeJS.Dict<string> = Object.assign(
    {},
    ...files.map((name) => parseEnv(readFileSync(join(root, name), "utf8"))).reverse(),
  )
  const before = { ...process.env }
  try {
    // The loader prefers variables of the process, and reads NODE_ENV to select the files.
    if (!useProcess) for (const name of Object.keys(raw)) delete process.env[name]
    Object.assign(process.env, { NODE_ENV: mode })
    const { combinedEnv } = loadEnvConfig(root, mode === "development", { info() {}, error() {} }, true)
    const names = Object.keys(useProcess ? combinedEnv : raw)
    return { values: Object.fromEntries(names.map((name) => [name, combinedEnv[name]])), raw }
  } finally {
    // The loader writes to `process.env`.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}
