import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"

/** Whether a result is missing or older than one of its sources. Names are relative to `directory`. */
export function isOutdated(directory: string, results: string[], sources: string[]): boolean {
  return newest(directory, sources) >= newest(directory, results)
}

/** Returns the modification time of the newest of these files and of the files in these directories, or 0. */
function newest(directory: string, names: string[]): number {
  const files = names.flatMap((name) => {
    const path = join(directory, name)
    if (!existsSync(path)) return []
    return statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file))
      : [path]
  })
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs))
}
