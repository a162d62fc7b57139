import { globSync } from "node:fs"
import { basename } from "node:path"
import type { StarlightUserConfig } from "@astrojs/starlight/types"
import { entries, ROOT, routeOf } from "./routes.ts"

/**
 * The sections of the menu, in order: a folder of `docs/` with its pages, or one page. Pages of a folder that are not
 * listed follow the listed ones, by file name.
 */
const SECTIONS: { label: string; folder?: string; pages: string[] }[] = [
  {
    label: "Get started",
    folder: "get-started",
    pages: [
      ...["next-auth-5", "next-auth-4", "better-auth", "express", "hono", "sveltekit", "astro", "nuxt"],
      ...["react-router", "fastify", "frameworks", "oauth-client", "other-languages", "plain-html", "shadcn"],
    ],
  },
  { label: "Concepts", folder: "concepts", pages: ["verification-levels", "freshness", "security"] },
  {
    label: "Recipes",
    folder: "recipes",
    pages: [
      ...["gate-a-page", "gate-an-api-route", "list-of-users", "link-accounts", "your-own-button"],
      ...[
        "call-the-api",
        "ci-with-the-emulator",
        "preview-deployments",
        "behind-a-proxy",
        "scaling-out",
        "split-config",
      ],
    ],
  },
  { label: "Reference", folder: "reference", pages: ["emulator", "command-line", "database-adapters"] },
  { label: "Errors", pages: ["errors"] },
  { label: "Benchmarks", pages: ["benchmarks"] },
  { label: "Compatibility", pages: ["compatibility"] },
]

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>

/** A section of the menu with the routes of its pages. A section without a folder is one page. */
export interface Section {
  label: string
  isPage: boolean
  routes: string[]
}

/** Returns the sections whose pages exist. Throws if a page is in no section. */
export function sections(): Section[] {
  const left = new Set(filesIn("docs/**"))
  left.delete("docs/README.md")
  const take = (files: string[]) =>
    files.filter((file) => left.delete(file)).map((file) => routeOf(file) ?? file)

  const found = SECTIONS.map(({ label, folder, pages }): Section => {
    if (!folder) return { label, isPage: true, routes: take(pages.map((page) => `docs/${page}.md`)) }
    const routes = take(inOrder(filesIn(`docs/${folder}`), pages))
    const generated = ["reference", ...entries.map(({ route }) => route)]
    return {
      label,
      isPage: false,
      routes: folder === "reference" ? [...generated, ...routes, "reference/faults"] : routes,
    }
  })
  if (left.size > 0) {
    throw new Error(
      `Not in the menu: ${[...left].join(", ")}. Add the page to a section in site/sections.ts, or move it into ` +
        "the folder of a section.",
    )
  }
  return [
    ...found.filter(({ routes }) => routes.length > 0),
    { label: "Changelog", isPage: true, routes: ["changelog"] },
  ]
}

/** Returns the menu. `storybook` is the address of the Storybook. */
export function sidebar(storybook: string): Sidebar {
  const items = sections().map(({ label, isPage, routes }) =>
    isPage ? { label, slug: routes[0] as string } : { label, items: routes.map((slug) => ({ slug })) },
  )
  return [...items.slice(0, -1), { label: "Storybook", link: storybook }, ...items.slice(-1)]
}

function filesIn(folder: string): string[] {
  return globSync(`${folder}/*.md`, { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"))
}

function inOrder(files: string[], first: string[]): string[] {
  const place = (file: string) => first.indexOf(basename(file, ".md")) + 1 || first.length + 1
  return files.sort((a, b) => place(a) - place(b) || a.localeCompare(b))
}
