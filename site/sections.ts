import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { StarlightUserConfig } from "@astrojs/starlight/types"
import { parseFrontmatter } from "astro/markdown"
import { REFERENCE, ROOT, routeOf } from "./routes.ts"

/**
 * The menu, in its order: a folder of `docs/` with all its pages, or one page. Within a folder a page's front matter
 * says where it comes (`sidebar: { order: 2 }`); pages that do not say come after, by title.
 */
const SECTIONS = [
  { label: "Get started", folder: "get-started" },
  { label: "Concepts", folder: "concepts" },
  { label: "Recipes", folder: "recipes" },
  { label: "Reference", folder: "reference" },
  { label: "Troubleshooting", page: "troubleshooting" },
  { label: "Benchmarks", page: "benchmarks" },
  { label: "Compatibility", page: "compatibility" },
]

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>

/** The menu, of the pages that are there. Throws where a page is in no section, since nobody would find it. */
export function sidebar(storybook: string): Sidebar {
  const left = new Set(filesIn("docs/**"))
  left.delete("docs/README.md")
  const take = (files: string[]) => files.filter((file) => left.delete(file)).map(link)

  const sections = SECTIONS.flatMap(({ label, folder, page }): Sidebar => {
    if (page) return take([`docs/${page}.md`]).map((item) => ({ ...item, label }))
    const items: Sidebar = take(inOrder(filesIn(`docs/${folder}`)))
    if (folder === "reference") {
      items.push({ slug: "reference/faults", label: "Faults, one by one" })
      items.push({ label: "Exports of the package", items: inOrder(filesIn(REFERENCE)).map(link) })
    }
    return items.length > 0 ? [{ label, items }] : []
  })
  if (left.size > 0) {
    throw new Error(
      `In no section of the menu, so nobody would find it: ${[...left].join(", ")}. Move it into a folder that ` +
        "site/sections.ts names, or name it there.",
    )
  }
  return [
    ...sections,
    { label: "Components, live", link: storybook },
    { label: "Changelog", slug: "changelog" },
  ]
}

function filesIn(folder: string): string[] {
  return globSync(`${folder}/*.md`, { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"))
}

function link(file: string) {
  return { slug: routeOf(file) ?? file }
}

function inOrder(files: string[]): string[] {
  const places = new Map(files.map((file) => [file, placeOf(file)]))
  return files.sort((a, b) => {
    const [left, right] = [places.get(a), places.get(b)]
    return (left?.order ?? 0) - (right?.order ?? 0) || (left?.title ?? "").localeCompare(right?.title ?? "")
  })
}

function placeOf(file: string): { order: number; title: string } {
  const { frontmatter } = parseFrontmatter(readFileSync(join(ROOT, file), "utf8"))
  return { order: frontmatter.sidebar?.order ?? Number.MAX_SAFE_INTEGER, title: String(frontmatter.title) }
}
