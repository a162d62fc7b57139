import { globSync } from "node:fs"
import { basename } from "node:path"
import type { StarlightUserConfig } from "@astrojs/starlight/types"
import { entries } from "./entries.ts"
import { ROOT, routeOf } from "./routes.ts"

/**
 * The menu, in its order: a folder of `docs/` with its pages, or one page. Pages of a folder that are not named here
 * come after those that are, by their file's name.
 */
const SECTIONS: { label: string; folder?: string; pages: string[] }[] = [
  {
    label: "Get started",
    folder: "get-started",
    pages: ["next-auth-5", "next-auth-4", "better-auth", "express", "sveltekit", "plain-html", "shadcn"],
  },
  { label: "Concepts", folder: "concepts", pages: ["verification-levels", "freshness", "security"] },
  {
    label: "Recipes",
    folder: "recipes",
    pages: [
      ...["gate-a-page", "gate-an-api-route", "list-of-people", "link-accounts", "your-own-button"],
      ...["call-the-api", "preview-deployments", "behind-a-proxy", "ci-with-the-emulator"],
    ],
  },
  { label: "Reference", folder: "reference", pages: ["emulator", "command-line"] },
  { label: "Errors", pages: ["errors"] },
  { label: "Benchmarks", pages: ["benchmarks"] },
  { label: "Compatibility", pages: ["compatibility"] },
]

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>

/** The menu, of the pages that are there. Throws where a page is in no section, since nobody would find it. */
export function sidebar(storybook: string): Sidebar {
  const left = new Set(filesIn("docs/**"))
  left.delete("docs/README.md")
  const take = (files: string[]) => files.filter((file) => left.delete(file)).map(link)

  const sections = SECTIONS.flatMap(({ label, folder, pages }): Sidebar => {
    if (!folder) return take(pages.map((page) => `docs/${page}.md`)).map((item) => ({ ...item, label }))
    const items: Sidebar = take(inOrder(filesIn(`docs/${folder}`), pages))
    if (folder === "reference") {
      const exported = entries.map(({ page }) => ({ slug: `reference/api/${page}` }))
      items.push({ slug: "reference/faults", label: "Faults, one by one" })
      items.push({ label: "Exports of the package", items: exported })
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

function inOrder(files: string[], first: string[]): string[] {
  const place = (file: string) => first.indexOf(basename(file, ".md")) + 1 || first.length + 1
  return files.sort((a, b) => place(a) - place(b) || a.localeCompare(b))
}
