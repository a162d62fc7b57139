/**
 * Says what keeps a release from being published, before anything is built:
 *
 *   node scripts/check-release.ts v1.2.3
 */
import { readFileSync } from "node:fs"

interface Release {
  tag: string | undefined
  manifest: { version: string; repository?: unknown }
  changelog: string
}

/** One sentence for each thing that has to be mended first. */
export function problems({ tag, manifest: { version, repository }, changelog }: Release): string[] {
  const found: string[] = []
  if (!repository) {
    found.push(
      'package.json has no "repository", and npm attests no package that does not name the repository it was built in. Add "repository", "homepage" and "bugs".',
    )
  }
  if (tag !== `v${version}`) {
    found.push(
      `The tag is ${tag ?? "missing"} and the version in package.json is ${version}. Tag this commit v${version}, or run \`npm version\` first.`,
    )
  }
  const [, newest] = /^## (\S+)/m.exec(changelog) ?? []
  if (newest !== version) {
    found.push(
      `CHANGELOG.md begins with ${newest ?? "no release"}, not with ${version}. \`npm version\` writes its heading.`,
    )
  }
  return found
}

if (import.meta.main) {
  const found = problems({
    tag: process.argv[2],
    manifest: JSON.parse(readFileSync("package.json", "utf8")),
    changelog: readFileSync("CHANGELOG.md", "utf8"),
  })
  for (const problem of found) console.error(problem)
  if (found.length > 0) process.exitCode = 1
}
