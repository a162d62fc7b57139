import { existsSync } from "node:fs"
import { join, relative, resolve, sep } from "node:path"
import tsconfig from "../tsconfig.json" with { type: "json" }

/** Which file of the repository is which page of the site. Paths are relative to the repository, with slashes. */

export const ROOT = resolve(import.meta.dirname, "..")

/** Folder of the files that Astro serves unchanged. */
export const PUBLIC = join(import.meta.dirname, ".cache/public")

/** Folder of the generated reference. Its pages have the routes that they would have in `docs/reference`. */
export const REFERENCE = "site/.cache/reference"

/** Pages outside `docs/`, which are also read without the site. They have a heading and no front matter. */
const OUTSIDE_DOCS: Record<string, string> = {
  "test/provider/faults.md": "reference/faults",
  "CHANGELOG.md": "changelog",
}

/** The site has its own home page. Links to these two files lead there. */
const HOME = ["README.md", "docs/README.md"]

/** The files of the site's pages, as globs. */
export const PAGE_FILES = [
  "docs/**/*.md",
  "!docs/README.md",
  `${REFERENCE}/**/*.md`,
  ...Object.keys(OUTSIDE_DOCS),
]

/** Pictures and data that pages show or link to. They keep the paths that they have in `docs/`. */
export const ASSETS = "docs/**/*.{json,png,svg,webp}"

/** What each entry of the package is for. A new entry needs a line here. */
const PURPOSES: Record<string, string> = {
  "authjs-bink": "Bink provider for Auth.js and NextAuth, and the Bink identity in the session.",
  "authjs-bink/react": "Sign-in button, sign-in hook and verification badge for React.",
  "authjs-bink/locales": "Texts of the React components in other languages.",
  "authjs-bink/api": "Client for Bink's user endpoint, without Auth.js.",
  "authjs-bink/oauth": "OAuth client for servers without Auth.js.",
  "authjs-bink/testing": "Emulator and test users for the tests of your app.",
  "authjs-bink/emulator": "Emulator of Bink for development and tests.",
  "authjs-bink/better-auth": "Sign in with Bink for Better Auth.",
  "authjs-bink/next-auth": "Types that add session.user.bink to Auth.js and NextAuth.",
}

/** The entries of the package: name, source file, purpose and route of the reference page. */
export const entries = Object.entries(tsconfig.compilerOptions.paths).map(([name, [source = ""]]) => {
  const purpose = PURPOSES[name]
  if (!purpose) throw new Error(`Missing purpose of ${name}. Add it to PURPOSES in site/routes.ts.`)
  return { name, source: join(ROOT, source), purpose, route: `reference/api/${name.split("/").at(-1)}` }
})

/**
 * Returns where the site is served, from `SITE_URL`: a URL (`https://example.com/bink/`), which also adds canonical
 * links and a sitemap, or a path (`/bink/`). Defaults to the root of any host.
 */
export function siteAddress(value = process.env.SITE_URL || "/"): { site?: string; base: string } {
  const isPath = value.startsWith("/")
  if (!isPath && !/^https?:\/\//.test(value)) {
    throw new Error(
      `Invalid SITE_URL: "${value}". Set it to a URL such as https://example.com/bink/, or to a path such as /bink/.`,
    )
  }
  const { origin, pathname } = new URL(value, "http://localhost")
  const base = pathname.endsWith("/") ? pathname : `${pathname}/`
  return isPath ? { base } : { site: origin, base }
}

export function repositoryPath(file: string): string {
  return relative(ROOT, file).replaceAll(sep, "/")
}

export function isAsset(path: string): boolean {
  return /^docs\/.+\.(json|png|svg|webp)$/.test(path)
}

export function isOutsideDocs(path: string): boolean {
  return path in OUTSIDE_DOCS
}

/** Returns the route of the page that a file becomes, without outer slashes: `concepts/security`, or "" for home. */
export function routeOf(path: string): string | undefined {
  if (HOME.includes(path)) return ""
  if (path in OUTSIDE_DOCS) return OUTSIDE_DOCS[path]
  const [, page] = /^docs\/(.+?)(\/index)?\.md$/.exec(asInDocs(path)) ?? []
  return page
}

/** Returns the file that a relative link of a page leads to. */
export function linkTarget(page: string, link: string): string {
  const target = repositoryPath(resolve(ROOT, asInDocs(page), "..", link))
  const generated = target.replace("docs/reference", REFERENCE)
  return existsSync(join(ROOT, target)) ? target : generated
}

export function isInRepository(path: string): boolean {
  return !path.startsWith("..") && existsSync(join(ROOT, path))
}

function asInDocs(path: string): string {
  return path.replace(REFERENCE, "docs/reference")
}
