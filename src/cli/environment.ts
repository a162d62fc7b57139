import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseEnv } from "node:util"

/** What an app's environment files say, and which of them there are. */
export interface EnvFiles {
  values: NodeJS.Dict<string>
  files: string[]
}

/**
 * Reads the environment files of an app in the order of Next.js, the first to name a variable having the word.
 *
 * @see https://nextjs.org/docs/app/guides/environment-variables#environment-variable-load-order
 */
export function readEnvFiles(root: string, mode: "development" | "production" = "development"): EnvFiles {
  const files = [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"].filter((name) =>
    existsSync(join(root, name)),
  )
  const values = Object.assign(
    {},
    ...files.map((name) => parseEnv(readFileSync(join(root, name), "utf8"))).reverse(),
  ) as NodeJS.Dict<string>
  return { values, files }
}
