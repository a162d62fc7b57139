import { posix } from "node:path"
import { fileURLToPath } from "node:url"
import type { MdastPluginEntry } from "satteri"
import { isAsset, isInRepository, isOutsideDocs, linkTarget, repositoryPath, routeOf } from "./routes.ts"

/** What a relative link of a page leads to: a page of the site, an asset, or a file that has no page. */
export type Destination =
  | { kind: "page"; route: string; rest: string }
  | { kind: "asset"; path: string }
  | { kind: "file"; path: string }

/**
 * Resolves a link that works in the repository. Links to other hosts, to sections of the same page and absolute paths
 * resolve to `undefined`.
 *
 * @param page Path of the linking file in the repository.
 * @throws if the link leads to no file
 */
export function resolveLink(page: string, link: string): Destination | undefined {
  if (/^([a-z][a-z\d+.-]*:|#|\/)/i.test(link)) return
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(link) ?? []
  const file = linkTarget(page, decodeURI(path))
  if (!isInRepository(file)) throw new Error(`${page} links to ${link}, and there is no such file.`)
  if (isAsset(file)) return { kind: "asset", path: posix.relative("docs", file) }
  const route = routeOf(file)
  // The home page does not have the sections of the README.
  if (route === undefined || (route === "" && rest)) return { kind: "file", path: file }
  return { kind: "page", route, rest }
}

/** Replaces the addresses in the attributes of HTML. */
export function replaceAddresses(html: string, replace: (link: string) => string | undefined): string {
  return html.replace(/\b(src|srcset|href)="([^"]+)"/g, (attribute, name, link) => {
    const address = replace(link)
    return address === undefined ? attribute : `${name}="${address}"`
  })
}

/**
 * Markdown plugin for pages that are also read in the repository: relative links lead to pages of the site, files
 * without a page are named instead of linked, and the heading of a page outside `docs/` is removed, as its title is shown.
 *
 * Collects invalid links in `problems`, because Astro would leave out the page without failing.
 */
export function repositoryLinks(base: string, problems: string[]): MdastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL) return
    const page = repositoryPath(fileURLToPath(fileURL))
    const resolve = (link: string): Destination | undefined => {
      try {
        return resolveLink(page, link)
      } catch (error) {
        problems.push((error as Error).message)
      }
    }
    const addressOf = (found: Destination | undefined): string | undefined => {
      if (found?.kind === "asset") return base + found.path
      if (found?.kind === "page") return `${base}${found.route}${found.route && "/"}${found.rest}`
    }
    return {
      name: "repository-links",
      link(node, ctx) {
        const found = resolve(node.url)
        if (!found) return
        if (found.kind !== "file") return { ...node, url: addressOf(found) ?? node.url }
        const label = { type: "emphasis" as const, data: { hName: "span" }, children: [...node.children] }
        return ctx.textContent(node).includes(found.path)
          ? label
          : ctx.replaceNode(node, [
              label,
              { type: "text", value: " (" },
              { type: "inlineCode", value: found.path },
              { type: "text", value: ")" },
            ])
      },
      html(node) {
        const value = replaceAddresses(node.value, (link) => addressOf(resolve(link)))
        return value === node.value ? undefined : { ...node, value }
      },
      heading(node, ctx) {
        if (node.depth !== 1) return
        if (isOutsideDocs(page)) ctx.removeNode(node)
        else
          problems.push(
            `${page} has a "#" heading. The title is in the front matter; sections start at "##".`,
          )
      },
    }
  }
}
