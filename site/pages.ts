import { readFileSync } from "node:fs"
import { join } from "node:path"
import { glob, type Loader } from "astro/loaders"
import { isGuest, PAGE_FILES, ROOT, repositoryPath, routeOf } from "./routes.ts"

/** Loads the repository's pages. Fails on one without a title, since a page without a name cannot be found. */
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
          context.parseData({ ...props, data: titled(props.data, props.filePath) as never }),
      }),
  }
}

/** A page's front matter, with a title in any case. */
export function titled(data: Record<string, unknown>, filePath = ""): Record<string, unknown> {
  const path = repositoryPath(filePath)
  const missing = ["title", "description"].filter((name) => typeof data[name] !== "string")
  if (missing.length === 0) return data
  if (isGuest(path)) return { ...data, title: headingOf(path) }
  throw new Error(
    `${path} has no ${missing.join(" and no ")}, which the site's menu and its search need. Start the page with:\n\n` +
      `---\ntitle: What it is called\ndescription: What it answers, in a sentence.\n---\n`,
  )
}

function headingOf(path: string): string {
  const [, heading] = /^# (.+)$/m.exec(readFileSync(join(ROOT, path), "utf8")) ?? []
  if (!heading) throw new Error(`${path} has no "#" heading, which is its title in the site.`)
  return heading
}
