import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright"
import { fileAt } from "../helpers/static-host.ts"

/** The addresses in a page of a built site. */
interface PageLinks {
  /** Address of the page, on a host called `host`. */
  url: string
  ids: string[]
  /** All links, and everything that the page loads. */
  addresses: string[]
  /** What a browser loads with the page. */
  loaded: string[]
}

/** Returns the pages of the site, without those of Storybook. */
export function htmlPages(folder: string): string[] {
  return globSync("**/*.html", { cwd: folder, exclude: ["storybook/**"] }).map((file) =>
    file.replaceAll("\\", "/"),
  )
}

/** Reads every page with the parser of the browser. */
export function crawl(browser: Page, folder: string, base: string): Promise<PageLinks[]> {
  const files = htmlPages(folder).map((file) => ({
    url: `http://host${base}${file.replace(/index\.html$/, "")}`,
    html: readFileSync(join(folder, file), "utf8"),
  }))
  return browser.evaluate((all) => {
    const named = (document: Document, selector: string, names: string[]) =>
      [...document.querySelectorAll(selector)].flatMap((element) =>
        names.flatMap((name) => element.getAttribute(name) ?? []),
      )
    return all.map(({ url, html }) => {
      const document = new DOMParser().parseFromString(html, "text/html")
      return {
        url,
        ids: named(document, "[id]", ["id"]),
        addresses: named(document, "[href], [src], [srcset]", ["href", "src", "srcset"]),
        loaded: named(document, "link[href], [src], [srcset]", ["href", "src", "srcset"]),
      }
    })
  }, files)
}

/** Returns the links within the site that lead to no file or anchor: `page → address`. */
export function deadLinks(pages: PageLinks[], folder: string, base: string): string[] {
  const anchors = new Map(pages.map(({ url, ids }) => [url, new Set(ids)]))
  return pages.flatMap(({ url, addresses }) =>
    addresses
      .map((address) => new URL(address, url))
      .filter(({ origin }) => origin === "http://host")
      .filter(({ origin, pathname, hash }) => {
        if (!fileAt(folder, base, decodeURIComponent(pathname))) return true
        const ids = anchors.get(origin + pathname)
        return hash !== "" && ids !== undefined && !ids.has(decodeURIComponent(hash.slice(1)))
      })
      .map(({ pathname, hash }) => `${new URL(url).pathname} → ${pathname}${hash}`),
  )
}

/** Returns what the pages load from other hosts: `page → address`. */
export function foreignRequests(pages: PageLinks[]): string[] {
  return pages.flatMap(({ url, loaded }) =>
    loaded.filter((address) => /^(https?:)?\/\//.test(address)).map((address) => `${url} → ${address}`),
  )
}
