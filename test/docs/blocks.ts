import { globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

export const ROOT = resolve(import.meta.dirname, "../..")

/** A fenced code block of a page. */
export interface Block {
  page: string
  /** Line number of the first line of code. */
  line: number
  language: string
  text: string
  /** Path of the file in an app, if the first line is a comment with a path. */
  path: string | undefined
  /** Version of `next-auth` that the page, by its name, or the section, by its heading, is about. */
  nextAuth: 4 | 5
}

/** Paths of the README and of every page in `docs/`. */
export const PAGES = ["README.md", ...globSync("docs/**/*.md", { cwd: ROOT }).toSorted()].map((page) =>
  page.replaceAll("\\", "/"),
)

const FILE_COMMENT = /^\/\/ ([\w./[\]()@-]+\.[jt]sx?)(?=$|[ ,])/

/** Returns the code blocks of a page, in order. */
export function readBlocks(page: string): Block[] {
  const blocks: Block[] = []
  /** Depth of the heading whose section is about next-auth 4. 0 if the whole page is. */
  let nextAuth4Depth = /next-auth-4/.test(page) ? 0 : Number.POSITIVE_INFINITY
  let open: (Omit<Block, "text" | "path"> & { fence: string; lines: string[] }) | undefined
  for (const [index, line] of readFileSync(join(ROOT, page), "utf8").split("\n").entries()) {
    const [, fence = "", language = ""] = /^(`{3,})(\w*)/.exec(line) ?? []
    if (open) {
      if (!line.startsWith(open.fence)) open.lines.push(line)
      else {
        const { fence: _, lines, ...block } = open
        blocks.push({ ...block, text: lines.join("\n"), path: FILE_COMMENT.exec(lines[0] ?? "")?.[1] })
        open = undefined
      }
    } else if (fence) {
      const nextAuth = nextAuth4Depth === Number.POSITIVE_INFINITY ? 5 : 4
      open = { page, line: index + 2, language, nextAuth, fence, lines: [] }
    } else {
      const [, hashes = "", heading = ""] = /^(#+) (.*)/.exec(line) ?? []
      if (hashes && hashes.length <= nextAuth4Depth) nextAuth4Depth = Number.POSITIVE_INFINITY
      if (/next-auth 4/i.test(heading)) nextAuth4Depth = hashes.length
    }
  }
  return blocks
}
