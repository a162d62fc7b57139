import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** The path of a source file that is named without its extension; `undefined` where there is none. */
export function findSource(root: string, name: string): string | undefined {
  const extensions = [".ts", ".tsx", ".js", ".jsx", ".mjs"]
  return extensions.map((extension) => name + extension).find((path) => existsSync(join(root, path)))
}

/** The text of a file, empty where there is none. */
export function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : ""
}
