/**
 * Checks that tag, version, changelog and manifest of a release agree, before the build:
 *
 *   node scripts/release/check-release.ts v1.2.3
 */
import { readFileSync } from "node:fs"

interface Release {
  tag: string | undefined
  manifest: { version: string; repository?: unknown }
  changelog: string
}

/** Returns one message per problem that prevents the release. */
export function releaseProblems({ tag, manifest: { version, repository }, changelog }: Release): string[] {
  const problems: string[] = []
  if (!repository) {
    problems.push(
      'Missing "repository" in package.json. npm requires it for provenance. Add "repository", "homepage" and "bugs".',
    )
  }
  if (tag !== `v${version}`) {
    problems.push(
      `Tag ${tag ?? "(none)"} does not match version ${version} in package.json. Tag this commit v${version}, or run \`npm version\` first.`,
    )
  }
  const [, newest] = /^## (\S+)/m.exec(changelog) ?? []
  if (newest !== version) {
    problems.push(
      `The first release in CHANGELOG.md is ${newest ?? "missing"}, not ${version}. Run \`npm version\`, which writes the heading.`,
    )
  }
  return problems
}

if (import.meta.main) {
  const problems = releaseProblems({
    tag: process.argv[2],
    manifest: JSON.parse(readFileSync("package.json", "utf8")),
    changelog: readFileSync("CHANGELOG.md", "utf8"),
  })
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
