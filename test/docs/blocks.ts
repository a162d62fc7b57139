import { globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

export const ROOT = resolve(import.meta.dirname, "../..")

/** A fenced block of a page. */
export interface Block {
  page: string
  /** Of its first line, the fence aside. */
  line: number
  language: string
  text: string
  /** Where it goes in an app, where its first line says so. */
  path: string | undefined
  /** Which `next-auth` it is for: the page's by its name, or the section's by its heading. */
  nextAuth: 4 | 5
}

export const PAGES = ["README.md", ...globSync("docs/**/*.md", { cwd: ROOT }).toSorted()].map((page) =>
  page.replaceAll("\\", "/"),
)

const FILE = /^\/\/ ([\w./[\]()@-]+\.[jt]sx?)(?=$|[ ,])/

export function readBlocks(page: string): Block[] {
  const blocks: Block[] = []
  /** The depth of the heading under which all is for next-auth 4; 0 where that is the whole page. */
  let four = /next-auth-4/.test(page) ? 0 : Number.POSITIVE_INFINITY
  let open: (Omit<Block, "text" | "path"> & { fence: string; lines: string[] }) | undefined
  for (const [index, line] of readFileSync(join(ROOT, page), "utf8").split("\n").entries()) {
    const [, fence = "", language = ""] = /^(`{3,})(\w*)/.exec(line) ?? []
    if (open) {
      if (!line.startsWith(open.fence)) open.lines.push(line)
      else {
        const { fence: _, lines, ...block } = open
        blocks.push({ ...block, text: lines.join("\n"), path: FILE.exec(lines[0] ?? "")?.[1] })
        open = undefined
      }
    } else if (fence) {
      const nextAuth = four === Number.POSITIVE_INFINITY ? 5 : 4
      open = { page, line: index + 2, language, nextAuth, fence, lines: [] }
    } else {
      const [, hashes = "", heading = ""] = /^(#+) (.*)/.exec(line) ?? []
      if (hashes && hashes.length <= four) four = Number.POSITIVE_INFINITY
      if (/next-auth 4/i.test(heading)) four = hashes.length
    }
  }
  return blocks
}
