import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readExampleResults } from "../demo/example-results.ts"
import { ROOT } from "../run.ts"
import { type Cell, DIMENSIONS } from "./cells.ts"
import { type InstallResult, readInstalls } from "./installs.ts"
import { type Compatibility, type Entry, failures, isWorking } from "./results.ts"

/** Returns the text of the files that show the results. */
export function resultFiles(results: Compatibility): Record<string, string> {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8")
  return { "README.md": withBlock(readme, summary(results)), "docs/compatibility.md": page(results) }
}

const START = "<!-- `npm run matrix` writes from here -->"
const END = "<!-- to here -->"

function withBlock(text: string, block: string): string {
  const [before, rest = ""] = text.split(START)
  const [, after] = rest.split(END)
  if (after === undefined) throw new Error(`Missing markers in README.md: ${START} and ${END}.`)
  return `${before}${START}\n\n${block}\n${END}${after}`
}

/** Returns the React versions that work with each Next.js version, by next-auth version and router. */
function summary({ cells }: Compatibility): string {
  const rows = DIMENSIONS.nextAuth.flatMap((nextAuth) =>
    DIMENSIONS.router.map((router) => [
      `next-auth ${nextAuth}, ${router} router`,
      ...DIMENSIONS.next.map((next) => reacts(cells.filter(isLike({ next, nextAuth, router })))),
    ]),
  )
  return table(["", ...DIMENSIONS.next.map((next) => `Next.js ${next}`)], rows)
}

function reacts(entries: Entry[]): string {
  const run = entries.filter((entry) => "checks" in entry)
  return run.map((entry) => `React ${entry.react}${isWorking(entry) ? "" : " **fails**"}`).join(", ") || "—"
}

const isLike = (wanted: Partial<Cell>) => (entry: Entry) =>
  Object.entries(wanted).every(([key, value]) => entry[key as keyof Cell] === value)

function page(results: Compatibility): string {
  const { cells, date, machine } = results
  const ran = cells.filter((entry) => "checks" in entry)
  const failed = cells.filter((entry) => failures(entry).length > 0)
  return `---
title: Compatibility
description: The versions of Next.js, React, next-auth, other frameworks and package managers that authjs-bink is tested with, and what is checked.
---

<!-- \`npm run matrix\` and \`npm run test:examples\` write this page from compatibility.json, installs.json and examples.json. -->

## Next.js

Version ${results.package} was tested with ${ran.length} combinations on ${date}. ${
    failed.length === 0 ? "All of them passed" : `${failed.length} of them failed`
  }.

${summary(results)}
Combinations that are not in this table [are not supported by the frameworks](#unsupported-combinations).

${examples()}
${installs()}
## Checks

Each combination of Next.js, React and next-auth is a new app with the files of create-next-app. The checks run in this order:

| check | passes if |
| --- | --- |
| install | npm installs the packed package and the versions below, with all peer ranges met |
| init | \`authjs-bink init\` adds the config, the route and the sign-in page, and no manual step remains |
| build | \`next build\` succeeds, with its type checks |
| start | \`next start\` responds |
| level 0 | an unverified user signs in; there is no badge, and \`session.user.bink\` matches the profile |
| level 2 | a trusted user signs in; there is a gold badge, and \`session.user.bink\` matches the profile |
| gate | \`middleware.ts\` (\`proxy.ts\` in Next.js 16) lets only the trusted user pass |
| denial | a user who denies access returns to the sign-in page with a message and without a session |
| sign-out | signing out ends the session |
| console | the browser console has no errors or warnings, hydration warnings included, and the server log has no errors |

The apps use the package's emulator. The browser is ${machine.browser}.

## Results

${table(
  ["Next.js", "React", "next-auth", "router", "TypeScript", "result"],
  ran.map((entry) => [
    entry.versions.next,
    entry.versions.react,
    entry.versions["next-auth"],
    entry.router,
    entry.versions.typescript,
    isWorking(entry)
      ? "works"
      : `**fails**: ${failures(entry)
          .map(([check]) => check)
          .join(", ")}`,
  ]),
)}
${failed.length > 0 ? `${failed.map(reasons).join("")}\n` : ""}Tested on Node.js ${machine.node}, ${machine.system}, ${machine.cpus} processors.

## Unsupported combinations

${table(
  ["Next.js", "React", "next-auth", "router", "reason"],
  cells.flatMap((entry) =>
    "impossible" in entry
      ? [[`${entry.next}`, `${entry.react}`, `${entry.nextAuth}`, entry.router, entry.impossible]]
      : [],
  ),
)}
## Run the matrix

\`\`\`sh
npm ci
npm run matrix                              # all combinations and package managers, and writes this page
npm run matrix -- --only next-16 --only app # Next.js 16 with the app router
npm run matrix -- installs                  # package managers
\`\`\`

The command uses npm's registry, installs the newest version of each major version, and exits with status 1 if a
combination fails. Results of a partial run are written only if the other results are of the same day, machine and
version. All versions and results are in [compatibility.json](compatibility.json) and [installs.json](installs.json).
`
}

/** Returns the section about package managers. */
function installs(): string {
  const { package: version, date, managers, companions } = readInstalls()
  const names = Object.keys(managers)
  const packages = Object.entries(managers).map(
    ([name, version]) => `${name.replace(/ \d+$/, "")} ${version}`,
  )
  const cell = (result: InstallResult | undefined) =>
    result === "passed" ? "works" : typeof result === "object" ? "not installable" : "**fails**"
  const rows = companions.map(({ packages, results }) => [
    Object.entries(packages)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
    ...names.map((manager) => cell(results[manager])),
  ])
  const reasons = companions.flatMap(({ name, results }) =>
    Object.entries(results).flatMap(([manager, result]) => {
      if (result === "passed") return []
      const text =
        typeof result === "string"
          ? result
          : `not installable without authjs-bink either: ${result.impossible}`
      return [`- ${name} with ${manager}: ${escapeMarkdown(text)}\n`]
    }),
  )
  return `## Package managers

\`npm run matrix -- installs\` adds the packed package to an app with these packages. It passes if the command succeeds, no warning names
authjs-bink except about peers that the app lacks without it, Node.js loads every entry with \`import\` and \`require()\`, TypeScript checks a config for next-auth, and the versions resolve again
without a lock file. Version ${version} was tested on ${date} with ${packages.join(", ")}.

${table(["packages", ...names], rows)}${reasons.length > 0 ? `\n${reasons.join("")}` : ""}`
}

/** Returns the section about the apps in `examples/`. */
function examples(): string {
  const { package: version, date, examples } = readExampleResults()
  const rows = examples.map(({ name, framework, integration, passed, checks }) => [
    framework,
    integration,
    `[${name}](../examples/${name})`,
    passed === checks && checks > 0
      ? `${passed} checks passed`
      : `**fails**: ${passed} of ${checks} checks passed`,
  ])
  return `## Other frameworks

\`npm run test:examples\` installs, compiles and builds the app of each guide, and signs in with Chromium and the emulator: each verification
level, a declined sign-in, errors of Bink, a forged callback, sign-out, accessibility. Version ${version} was tested on ${date}.

${table(["framework", "sign-in", "app", "result"], rows)}`
}

function reasons(entry: Entry): string {
  const { versions, router } = entry
  const name = `Next.js ${versions.next}, React ${versions.react}, next-auth ${versions["next-auth"]}, ${router} router`
  return failures(entry)
    .map(([check, reason]) => `- ${name}, ${check}: ${escapeMarkdown(reason)}\n`)
    .join("")
}

const escapeMarkdown = (text: string): string => text.replace(/[<>|*_]/g, "\\$&")

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("")
}
