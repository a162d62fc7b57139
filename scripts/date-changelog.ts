/**
 * Gives the entries under "Unreleased" in CHANGELOG.md the version and the day of their release. `npm version` runs it,
 * after it has written the version into package.json.
 */
import { readFileSync, writeFileSync } from "node:fs"

/** The changelog with its unreleased entries under a heading of their own. Throws where there are none. */
export function dated(changelog: string, version: string, day: string): string {
  const [, entries = ""] = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog) ?? []
  if (!entries.trim()) {
    throw new Error(
      'CHANGELOG.md has nothing under "## Unreleased", so nobody would learn what this release brings. Add it, and undo the version in package.json and package-lock.json before you run `npm version` again.',
    )
  }
  return changelog.replace(/^## Unreleased$/m, `## ${version} (${day})`)
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"))
  const today = new Date().toISOString().slice(0, 10)
  writeFileSync("CHANGELOG.md", dated(readFileSync("CHANGELOG.md", "utf8"), version, today))
}
