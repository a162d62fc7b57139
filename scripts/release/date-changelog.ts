/**
 * Replaces the heading "Unreleased" in CHANGELOG.md with the version and date of the release. `npm version` runs it
 * after it has written the version to package.json.
 */
import { readFileSync, writeFileSync } from "node:fs"

/** Returns the changelog with the heading of the release. Throws if there are no unreleased entries. */
export function withReleaseHeading(changelog: string, version: string, date: string): string {
  const [, entries = ""] = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog) ?? []
  if (!entries.trim()) {
    throw new Error(
      'Missing entries under "## Unreleased" in CHANGELOG.md. Add them, and restore the version in package.json and package-lock.json before you run `npm version` again.',
    )
  }
  return changelog.replace(/^## Unreleased$/m, `## ${version} (${date})`)
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"))
  const today = new Date().toISOString().slice(0, 10)
  writeFileSync("CHANGELOG.md", withReleaseHeading(readFileSync("CHANGELOG.md", "utf8"), version, today))
}
