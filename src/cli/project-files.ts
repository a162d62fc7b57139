import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseEnv } from "node:util"

/** Environment files of an app: their names, and the merged variables. */
export interface EnvFiles {
  values: NodeJS.Dict<string>
  files: string[]
}

/**
 * Reads the environment files of an app in the order of Next.js: the first file that sets a variable wins.
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

/** Returns the path of a source file by its name without the extension, or `undefined`. */
export function findSource(root: string, name: string): string | undefined {
  const extensions = [".ts", ".tsx", ".js", ".jsx", ".mjs"]
  return extensions.map((extension) => name + extension).find((path) => existsSync(join(root, path)))
}

/** Returns the text of a file, or an empty string if the file does not exist. */
export function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : ""
}

/** Returns the version of a package that code in `root` imports, or `undefined`. Searches parent directories, as Node does. */
export function findInstalled(root: string, name: string): string | undefined {
  for (let directory = root; ; directory = dirname(directory)) {
    const path = join(directory, "node_modules", name, "package.json")
    if (existsSync(path)) return (JSON.parse(readFileSync(path, "utf8")) as { version?: string }).version
    if (directory === dirname(directory)) return undefined
  }
}
