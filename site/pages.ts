import { readFileSync } from "node:fs"
import { join } from "node:path"
import { glob, type Loader } from "astro/loaders"
import { isOutsideDocs, PAGE_FILES, ROOT, repositoryPath, routeOf } from "./routes.ts"

/** Astro loader of the repository's pages. Fails on a page without a title or a description. */
export function pages(): Loader {
  const files = glob({
    base: ROOT,
    pattern: PAGE_FILES,
    generateId: ({ entry }) => routeOf(entry) ?? entry,
  })
  return {
    name: "pages",
    load: (context) =>
      files.load({
        ...context,
        parseData: (props) =>
          context.parseData({
            ...props,
            data: withTitle(props.data, repositoryPath(props.filePath ?? "")) as never,
          }),
      }),
  }
}

/** Returns the front matter of a page. The title of a page outside `docs/` is its heading. */
export function withTitle(data: Record<string, unknown>, path: string): Record<string, unknown> {
  const missing = ["title", "description"].filter((name) => typeof data[name] !== "string")
  if (missing.length === 0) return data
  if (isOutsideDocs(path)) return { ...data, title: headingOf(path) }
  throw new Error(
    `${path} has no ${missing.join(" and no ")}, which the menu and the search need. Start the page with:\n\n` +
      "---\ntitle: Search term\ndescription: One sentence about what the page is for.\n---\n",
  )
}

function headingOf(path: string): string {
  const [, heading] = /^# (.+)$/m.exec(readFileSync(join(ROOT, path), "utf8")) ?? []
  if (!heading) throw new Error(`${path} has no "#" heading, which is its title in the site.`)
  return heading
}
