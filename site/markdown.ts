/**
 * Writes each page as Markdown for tools that read documentation, with `llms.txt` and `llms-full.txt`.
 *
 * @see https://llmstxt.org
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { type MdastNode, markdownToMdast } from "satteri"
import { parse } from "yaml"
import packageJson from "../package.json" with { type: "json" }
import { replaceAddresses, resolveLink } from "./links.ts"
import { withTitle } from "./pages.ts"
import { PAGE_FILES, ROOT, routeOf, type siteAddress } from "./routes.ts"
import { type Section, sections } from "./sections.ts"

type Address = ReturnType<typeof siteAddress>

interface MarkdownPage {
  route: string
  title: string
  description: string
  /** Title, description and text. */
  text: string
}

/** Sections that a reader with little space may leave out, which llmstxt.org puts under "Optional". */
const OPTIONAL = ["Benchmarks", "Compatibility", "Changelog"]

/** Writes `llms.txt`, `llms-full.txt`, `index.md` (the README) and a `.md` file for each page. */
export function writeMarkdown(folder: string, address: Address): void {
  const isExcluded = (pattern: string) => pattern.startsWith("!")
  const included = PAGE_FILES.filter((pattern) => !isExcluded(pattern))
  const excluded = PAGE_FILES.filter(isExcluded)
  const pages = new Map(
    globSync(included, { cwd: ROOT, exclude: excluded.map((pattern) => pattern.slice(1)) })
      .map((file) => readPage(file.replaceAll("\\", "/"), address))
      .map((page) => [page.route, page]),
  )
  for (const { route, text } of pages.values()) write(folder, `${route}.md`, text)
  write(folder, "index.md", convertLinks("README.md", readFileSync(join(ROOT, "README.md"), "utf8"), address))
  write(folder, "llms.txt", llmsIndex(pages, sections(), address))
  write(folder, "llms-full.txt", [...inMenuOrder(pages)].map(({ text }) => text).join("\n"))
}

/** Returns the address of a page's Markdown. */
export function markdownAddress(route: string, { site = "", base }: Address): string {
  return `${site}${base}${route || "index"}.md`
}

function readPage(file: string, address: Address): MarkdownPage {
  const { data, body } = splitFrontMatter(readFileSync(join(ROOT, file), "utf8"))
  const { title, description = "" } = withTitle(data, file) as { title: string; description?: string }
  const text = convertLinks(file, body, address)
  const head = text.startsWith("# ") ? "" : `# ${title}\n\n${description && `> ${description}\n\n`}`
  return { route: routeOf(file) as string, title, description, text: head + text }
}

function splitFrontMatter(source: string): { data: Record<string, unknown>; body: string } {
  const [, frontMatter = "", body = source] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? []
  return { data: parse(frontMatter) ?? {}, body: body.trimStart() }
}

/** Replaces the relative links of a page by addresses of Markdown pages. Files without a page are named. */
export function convertLinks(file: string, markdown: string, address: Address): string {
  const addressOf = (link: string): string | undefined => {
    const found = resolveLink(file, link)
    if (found?.kind === "asset") return `${address.site ?? ""}${address.base}${found.path}`
    if (found?.kind === "page") return markdownAddress(found.route, address) + found.rest
  }
  const edits: { start: number; end: number; text: string }[] = []
  visit(markdownToMdast(markdown, { position: true }), (node) => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    const source = markdown.slice(start, end)
    if (node.type === "html") {
      // The reference has anchors that only links of the site use.
      const text =
        source.startsWith('<a id="') || source === "</a>" ? "" : replaceAddresses(source, addressOf)
      edits.push({ start, end, text })
    }
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return
    const found = resolveLink(file, node.url)
    if (found?.kind === "file" && node.type === "link") {
      const label = source.slice(1, source.lastIndexOf("]("))
      edits.push({ start, end, text: label.includes(found.path) ? label : `${label} (\`${found.path}\`)` })
    }
    const url = addressOf(node.url)
    const at = start + source.lastIndexOf(node.url)
    if (url) edits.push({ start: at, end: at + node.url.length, text: url })
  })
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: replacement }) => text.slice(0, start) + replacement + text.slice(end),
      markdown,
    )
}

function visit(node: MdastNode, enter: (node: MdastNode) => void): void {
  enter(node)
  if ("children" in node) for (const child of node.children) visit(child as MdastNode, enter)
}

function llmsIndex(pages: Map<string, MarkdownPage>, all: Section[], address: Address): string {
  const lines = ({ routes }: Section) =>
    routes
      .flatMap((route) => pages.get(route) ?? [])
      .map(
        ({ route, title, description }) =>
          `- [${title}](${markdownAddress(route, address)})${description && `: ${description}`}`,
      )
  const required = all.filter(({ label }) => !OPTIONAL.includes(label))
  const optional = all.filter(({ label }) => OPTIONAL.includes(label))
  return [
    `# ${packageJson.name}`,
    `> ${packageJson.description}`,
    `The [README](${markdownAddress("", address)}) has an overview and the shortest setup. ` +
      `All pages in one file: [llms-full.txt](${address.site ?? ""}${address.base}llms-full.txt).`,
    ...required.map((section) => `## ${section.label}\n\n${lines(section).join("\n")}`),
    `## Optional\n\n${optional.flatMap(lines).join("\n")}`,
  ].join("\n\n")
}

function* inMenuOrder(pages: Map<string, MarkdownPage>): Generator<MarkdownPage> {
  for (const { routes } of sections()) {
    for (const route of routes) {
      const page = pages.get(route)
      if (page) yield page
    }
  }
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${text.trim()}\n`)
}
