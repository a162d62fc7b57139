import { existsSync } from "node:fs"
import { join } from "node:path"
import { findSource, listSources, readIfThere } from "./files.js"

/** The directories of an app's routes. Paths are relative to the app, with forward slashes. */
export interface Routers {
  /** The directory that contains `app` and `pages`. */
  base: "" | "src/"
  /** `app`, if it has pages. Next to `pages` it may contain route handlers only. */
  app: string | undefined
  pages: string | undefined
  /** The directory for a new page: that of a root layout, or `pages`. */
  pageDirectory: string
  /** The files of both directories. */
  files: string[]
}

/** Finds the directories of the routers. Returns `undefined` if there are no pages. */
export function readRouters(root: string): Routers | undefined {
  // Next.js reads `src` only if neither `app` nor `pages` is at the root.
  const hasRouter = (base: string) => ["app", "pages"].some((name) => existsSync(join(root, base + name)))
  const base = hasRouter("") ? "" : "src/"
  const files = ["app", "pages"].flatMap((name) =>
    listSources(join(root, base + name)).map((path) => `${base}${name}/${path}`),
  )
  const rootLayout = findRootLayout(root, `${base}app`, files)
  const pages = existsSync(join(root, `${base}pages`)) ? `${base}pages` : undefined
  const pageDirectory = rootLayout ?? pages
  if (!pageDirectory) return undefined
  return { base, app: rootLayout === undefined ? undefined : `${base}app`, pages, pageDirectory, files }
}

/** Returns the directory of the root layout that a sign-in page fits under: `app`, `app/[locale]`, or a route group. */
function findRootLayout(root: string, app: string, files: string[]): string | undefined {
  const layouts = files.filter((path) => path.startsWith(`${app}/`) && /\/layout\.[jt]sx?$/.test(path))
  const roots = layouts.filter((path) => /<html\b/i.test(readIfThere(join(root, path))))
  // Some apps render <html> in a component that the layout imports.
  const candidates = (roots.length > 0 ? roots : layouts)
    .map((path) => path.replace(/\/layout\.[jt]sx?$/, ""))
    .filter((directory) => directory.split("/").every((part) => !/^[[@]/.test(part) || LOCALE.test(part)))
  const depth = (directory: string) => directory.split("/").length
  return candidates.sort((a, b) => depth(a) - depth(b) || suitability(b) - suitability(a))[0]
}

const LOCALE = /^\[(\.\.\.)?(locale|lang|language|lng|l10n|i18n)\]$/i

function suitability(directory: string): number {
  if (/auth|login|account/i.test(directory)) return 2
  return /admin|dashboard|embed|print|email|docs/i.test(directory) ? 0 : 1
}

/**
 * Returns the URL path of a route file or page, without groups and slots, and with dynamic segments as they are:
 * `/[locale]/login` for `app/[locale]/(auth)/login/page.tsx`.
 */
export function urlPathOf(path: string): string {
  const segments = path
    .replace(/^src\//, "")
    .replace(/^(app|pages)\//, "")
    .replace(/\.[jt]sx?$/, "")
    .split("/")
    .filter((segment) => !/^(\(.*\)|@.*)$/.test(segment))
  if (/^(page|route|index)$/.test(segments.at(-1) ?? "")) segments.pop()
  return `/${segments.join("/")}`
}

/** Returns `true` for a dynamic segment that contains the language of the page. */
export function isLocaleSegment(segment: string): boolean {
  return LOCALE.test(segment)
}

/** Finds the file of a page by its URL path. A leading language segment of the file is ignored. */
export function findPage(routers: Routers, urlPath: string): string | undefined {
  const wanted = urlPath.replace(/[?#].*$/, "").replace(/\/+$/, "") || "/"
  return routers.files.filter(isPage).find((path) => {
    const segments = urlPathOf(path).split("/")
    const withoutLocale = `/${segments.filter((segment) => segment && !isLocaleSegment(segment)).join("/")}`
    return withoutLocale === wanted || matchesOptionalCatchAll(withoutLocale, wanted)
  })
}

/** `/sign-in/[[...sign-in]]` also serves `/sign-in`. */
function matchesOptionalCatchAll(pattern: string, wanted: string): boolean {
  return /\/\[\[\.\.\.[^\]]+\]\]$/.test(pattern) && pattern.replace(/\/\[\[[^/]*$/, "") === wanted
}

/** Returns `true` for files that are pages: `page.tsx` in `app`, or a file of `pages` outside `pages/api`. */
export function isPage(path: string): boolean {
  const relative = path.replace(/^src\//, "")
  if (relative.startsWith("app/")) return /\/page\.[jt]sx?$/.test(relative)
  return relative.startsWith("pages/") && !/^pages\/(api\/|_)/.test(relative) && /\.[jt]sx?$/.test(relative)
}

/** Returns `true` if the file of the app's middleware exists: with it, pages may have other addresses. */
export function hasMiddleware(root: string, base: string): boolean {
  return ["middleware", "proxy"].some((name) => findSource(join(root, base + name)) !== undefined)
}
