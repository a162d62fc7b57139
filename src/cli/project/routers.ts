import { existsSync } from "node:fs"
import { join } from "node:path"
import { isFile, readIfThere } from "./files.js"

/** The directories of an app's routes. Paths are relative to the app, with forward slashes. */
export interface Routers {
  /** The directory that contains `app` and `pages`. */
  base: "" | "src/"
  /** `app`, if it has pages. Next to `pages` it may contain route handlers only. */
  app: string | undefined
  pages: string | undefined
  /** The directory for a new page: that of a root layout, or `pages`. */
  pageDirectory: string
  /** The routes, layouts and special files of both directories. */
  files: RouteFile[]
  /** The extensions of such files: `pageExtensions` of `next.config`. */
  extensions: string[]
}

export interface RouteFile {
  path: string
  /** The path without its page extension: `pages/login` for `pages/login.page.tsx`. */
  route: string
}

/** Finds the directories of the routers. Returns `undefined` if there are no pages. */
export function readRouters(root: string, sources: string[], extensions: string[]): Routers | undefined {
  // Next.js reads `src` only if neither `app` nor `pages` is at the root.
  const hasRouter = (base: string) => ["app", "pages"].some((name) => existsSync(join(root, base + name)))
  const base = hasRouter("") ? "" : "src/"
  const longestFirst = extensions.toSorted((a, b) => b.length - a.length)
  const files = sources.flatMap((path) => {
    const isInRouter = path.startsWith(`${base}app/`) || path.startsWith(`${base}pages/`)
    const extension = isInRouter && longestFirst.find((candidate) => path.endsWith(`.${candidate}`))
    return extension ? [{ path, route: path.slice(0, -extension.length - 1) }] : []
  })
  const rootLayout = findRootLayout(root, `${base}app`, files)
  const pages = existsSync(join(root, `${base}pages`)) ? `${base}pages` : undefined
  const pageDirectory = rootLayout ?? pages
  if (!pageDirectory) return undefined
  const app = rootLayout === undefined ? undefined : `${base}app`
  return { base, app, pages, pageDirectory, files, extensions }
}

/** Returns the directory of the root layout that a sign-in page fits under: `app`, `app/[locale]`, or a route group. */
function findRootLayout(root: string, app: string, files: RouteFile[]): string | undefined {
  const layouts = files.filter(({ route }) => route.startsWith(`${app}/`) && route.endsWith("/layout"))
  const roots = layouts.filter(({ path }) => /<html\b/i.test(readIfThere(join(root, path))))
  // Some apps render <html> in a component that the layout imports.
  const candidates = (roots.length > 0 ? roots : layouts)
    .map(({ route }) => route.replace(/\/layout$/, ""))
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
 * Returns the URL path of a route, without groups and slots, and with dynamic segments as they are: `/[locale]/login`
 * for `app/[locale]/(auth)/login/page`.
 */
export function urlPathOf(route: string): string {
  const segments = route
    .replace(/^src\//, "")
    .replace(/^(app|pages)\//, "")
    .split("/")
    .filter((segment) => !/^(\(.*\)|@.*)$/.test(segment))
  if (/^(page|route|index)$/.test(segments.at(-1) ?? "")) segments.pop()
  return `/${segments.join("/")}`
}

/** Returns `true` for a dynamic segment that contains the language of the page. */
export function isLocaleSegment(segment: string): boolean {
  return LOCALE.test(segment)
}

/** Finds a page by its URL path. A leading language segment of the page is ignored. */
export function findPage(routers: Routers, urlPath: string): RouteFile | undefined {
  const wanted = urlPath.replace(/[?#].*$/, "").replace(/\/+$/, "") || "/"
  return routers.files.filter(isPage).find(({ route }) => {
    const segments = urlPathOf(route).split("/")
    const withoutLocale = `/${segments.filter((segment) => segment && !isLocaleSegment(segment)).join("/")}`
    return withoutLocale === wanted || matchesOptionalCatchAll(withoutLocale, wanted)
  })
}

/** `/sign-in/[[...sign-in]]` also serves `/sign-in`. */
function matchesOptionalCatchAll(pattern: string, wanted: string): boolean {
  return /\/\[\[\.\.\.[^\]]+\]\]$/.test(pattern) && pattern.replace(/\/\[\[[^/]*$/, "") === wanted
}

/** Returns `true` for files that are pages: `page.tsx` in `app`, or a file of `pages` outside `pages/api`. */
export function isPage({ route }: RouteFile): boolean {
  const relative = route.replace(/^src\//, "")
  if (relative.startsWith("app/")) return relative.endsWith("/page")
  return relative.startsWith("pages/") && !/^pages\/(api\/|_)/.test(relative)
}

/** Returns the extension of a new page or route, for the kind of code in it. */
export function extensionFor({ extensions }: Routers, kind: "page" | "route", typescript: boolean): string {
  const language = typescript ? "ts" : "js"
  const wanted = kind === "page" ? [`${language}x`, language] : [language, `${language}x`]
  const isFor = (candidate: string, name: string) => candidate === name || candidate.endsWith(`.${name}`)
  for (const name of wanted) {
    const found = extensions.filter((candidate) => isFor(candidate, name))
    // `api.ts` next to `page.ts`.
    const own = kind === "route" ? found.find((candidate) => /api|route/.test(candidate)) : undefined
    if (found[0]) return own ?? found[0]
  }
  return wanted[0] ?? language
}

/** Returns `true` if the file of the app's middleware exists: with it, pages may have other addresses. */
export function hasMiddleware(root: string, { base, extensions }: Routers): boolean {
  return ["middleware", "proxy"].some((name) =>
    extensions.some((extension) => isFile(join(root, `${base}${name}.${extension}`))),
  )
}
