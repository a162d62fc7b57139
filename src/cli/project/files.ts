import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"

/** The extensions of source files, in the order in which a file without one is looked for. */
export const SOURCE_EXTENSIONS = [".ts", ".tsx", ".js", ".jsx", ".mjs", ".mts", ".cjs", ".cts"]

/** Returns the text of a file, or an empty string if it cannot be read. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

/** Returns the text of a source file without comments, which often hold unused code. */
export function readCode(path: string): string {
  return readIfThere(path).replace(STRING_OR_COMMENT, (match) => (/^\{?\//.test(match) ? "" : match))
}

// A string comes first, so that "https://" in it is no comment. Nor is it one in JSX text or a regular expression.
const STRING_OR_COMMENT =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|(?<![:\\])\/\/.*|\{?\/\*[\s\S]*?\*\//g

/** Returns `true` for an existing file, not for a directory. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Returns the path of a source file by its path without the extension, or `undefined`. */
export function findSource(path: string): string | undefined {
  return SOURCE_EXTENSIONS.map((extension) => path + extension).find(isFile)
}

/** Yields a directory and its parents, up to the root of the file system. */
export function* upward(directory: string): Generator<string> {
  for (let current = directory; ; current = dirname(current)) {
    yield current
    if (current === dirname(current)) return
  }
}

/** Returns the first existing file or directory of that name, upward from a directory. */
export function findUp(directory: string, name: string): string | undefined {
  for (const parent of upward(directory)) {
    const path = join(parent, name)
    if (existsSync(path)) return path
  }
  return undefined
}

const SKIPPED = /^(\..*|node_modules|dist|build|out|coverage|public|storybook-static)$/

/** The code of a project, with paths relative to it. */
export interface SourceFiles {
  sources: string[]
  /** The `.d.ts` files. */
  declarations: string[]
}

/** Lists the source files below a directory. Skips packages, hidden and built files. */
export function listSources(directory: string): SourceFiles {
  const files = listFiles(directory)
  const isDeclaration = (path: string) => path.endsWith(".d.ts")
  return {
    sources: files.filter((path) => !isDeclaration(path)),
    declarations: files.filter(isDeclaration),
  }
}

function listFiles(directory: string, limit = 5000): string[] {
  const found: string[] = []
  const queue = [""]
  for (let parent = queue.shift(); parent !== undefined; parent = queue.shift()) {
    for (const entry of entriesOf(join(directory, parent))) {
      const path = parent ? `${parent}/${entry.name}` : entry.name
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) queue.push(path)
      if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name)) found.push(path)
      if (found.length >= limit) return found
    }
  }
  return found
}

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch {
    return []
  }
}
