import { existsSync } from "node:fs"
import { join, relative, resolve, sep } from "node:path"

/** Which file of the repository is which page of the site. Paths are relative to the repository, with slashes. */

export const ROOT = resolve(import.meta.dirname, "..")

/** Where the reference is generated to. Its pages stand in the site as if they were in `docs/reference/api`. */
export const REFERENCE = "site/.cache/reference"

/** Pages that live elsewhere, since they are more than pages of the site. They bring a heading and no front matter. */
const GUESTS: Record<string, string> = {
  "test/provider/faults.md": "reference/faults",
  "CHANGELOG.md": "changelog",
}

/** The home page is the site's own: what these two say, it says in its own way. */
const HOME = ["README.md", "docs/README.md"]

/** The files that the site's pages are made of, as globs. */
export const PAGE_FILES = ["docs/**/*.md", "!docs/README.md", `${REFERENCE}/*.md`, ...Object.keys(GUESTS)]

/** A file's path in the repository. */
export function repositoryPath(file: string): string {
  return relative(ROOT, file).replaceAll(sep, "/")
}

/** What pages show or lead to beside pages, served under the names it has in `docs/`. */
export const SERVED = "docs/**/*.{json,png,svg,webp}"

export function isServed(path: string): boolean {
  return /^docs\/.+\.(json|png|svg|webp)$/.test(path)
}

export function isGuest(path: string): boolean {
  return path in GUESTS
}

/** The page that a file becomes, as the site's path without slashes at its ends: `concepts/security`, "" for home. */
export function routeOf(path: string): string | undefined {
  if (HOME.includes(path)) return ""
  if (path in GUESTS) return GUESTS[path]
  const [, page] = /^docs\/(.+)\.md$/.exec(asInDocs(path)) ?? []
  return page
}

/** Where a relative link of a page leads, in the repository. */
export function linkTarget(page: string, link: string): string {
  const target = repositoryPath(resolve(ROOT, asInDocs(page), "..", link))
  // A link into the generated pages, as it would be written if they were there.
  return target.startsWith("docs/reference/api/") ? target.replace("docs/reference/api", REFERENCE) : target
}

export function isInRepository(path: string): boolean {
  return !path.startsWith("..") && existsSync(join(ROOT, path))
}

function asInDocs(path: string): string {
  return path.replace(REFERENCE, "docs/reference/api")
}
