import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** The version of a package that code in `root` gets, or `undefined`: upward, as Node looks for it. */
export function findInstalled(root: string, name: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name, "package.json")
    if (existsSync(path)) return (JSON.parse(readFileSync(path, "utf8")) as { version?: string }).version
    if (folder === dirname(folder)) return undefined
  }
}
