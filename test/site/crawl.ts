import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright"
import { fileAt } from "./static-host.ts"

/** A page of a built site, as it was written. */
interface Written {
  /** Its address, on a host called `host`. */
  url: string
  ids: string[]
  /** Everything it points at. */
  addresses: string[]
  /** What a browser asks for by itself. */
  asked: string[]
}

/** The pages of the site itself; Storybook has tests of its own. */
export function htmlPages(folder: string): string[] {
  return globSync("**/*.html", { cwd: folder, exclude: ["storybook/**"] }).map((file) =>
    file.replaceAll("\\", "/"),
  )
}

/** Reads every page, with a browser's own parser. */
export function crawl(browser: Page, folder: string, base: string): Promise<Written[]> {
  const pages = htmlPages(folder).map((file) => ({
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
        asked: named(document, "link[href], [src], [srcset]", ["href", "src", "srcset"]),
      }
    })
  }, pages)
}

/** What the pages point at within the site, and nothing is there: `page → address`. */
export function deadLinks(pages: Written[], folder: string, base: string): string[] {
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

/** What the pages would have a browser ask other hosts for: `page → address`. */
export function foreignRequests(pages: Written[]): string[] {
  return pages.flatMap(({ url, asked }) =>
    asked.filter((address) => /^(https?:)?\/\//.test(address)).map((address) => `${url} → ${address}`),
  )
}
