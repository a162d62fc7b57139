import { posix } from "node:path"
import { fileURLToPath } from "node:url"
import type { MdastPluginEntry } from "satteri"
import { isGuest, isInRepository, isServed, linkTarget, repositoryPath, routeOf } from "./routes.ts"

/** What a link of a page becomes: an address of the site, or the path of a file that has no page here. */
export type Destination = { address: string } | { file: string }

/**
 * Leads a relative link, as it works in the repository, to the page that the file became.
 *
 * @param page the linking file, by its path in the repository
 * @throws Error where the link leads to no file
 */
export function destination(page: string, link: string, base: string): Destination {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(link) ?? []
  const file = linkTarget(page, decodeURI(path))
  if (!isInRepository(file)) throw new Error(`${page} links to ${link}, and there is no such file.`)
  if (isServed(file)) return { address: base + posix.relative("docs", file) }
  const route = routeOf(file)
  // The home page has other sections than the README.
  if (route === undefined || (route === "" && rest)) return { file }
  return { address: `${base}${route}${route && "/"}${rest}` }
}

/**
 * Makes pages that read well in the repository read well in the site: relative links lead to the site's pages, files
 * without a page are named instead of linked, pictures in HTML are found, and a guest's heading gives way to its title.
 *
 * What cannot be mended is gathered in `problems`, since Astro would go on without the page.
 */
export function repositoryLinks(base: string, problems: string[]): MdastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL) return
    const page = repositoryPath(fileURLToPath(fileURL))
    const find = (link: string): Destination | undefined => {
      if (/^([a-z][a-z\d+.-]*:|#|\/)/i.test(link)) return
      try {
        return destination(page, link, base)
      } catch (error) {
        problems.push((error as Error).message)
      }
    }
    return {
      name: "repository-links",
      link(node, ctx) {
        const found = find(node.url)
        if (!found) return
        if ("address" in found) return { ...node, url: found.address }
        const words = { type: "emphasis" as const, data: { hName: "span" }, children: [...node.children] }
        return ctx.textContent(node).includes(found.file)
          ? words
          : ctx.replaceNode(node, [
              words,
              { type: "text", value: " (" },
              { type: "inlineCode", value: found.file },
              { type: "text", value: ")" },
            ])
      },
      html(node) {
        const value = node.value.replace(/\b(src|srcset|href)="([^"]+)"/g, (attribute, name, link) => {
          const found = find(link)
          return found && "address" in found ? `${name}="${found.address}"` : attribute
        })
        return value === node.value ? undefined : { ...node, value }
      },
      heading(node, ctx) {
        if (node.depth !== 1) return
        if (isGuest(page)) ctx.removeNode(node)
        else
          problems.push(
            `${page} has a "#" heading: its title is in its front matter, sections start at "##".`,
          )
      },
    }
  }
}
