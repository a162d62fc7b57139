import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../demo-app.ts"
import { type Cell, LINES } from "./cells.ts"
import { type Compatibility, type Entry, failures, isWorking } from "./results.ts"

/** The files that show the results, as they have to be. */
export function papers(found: Compatibility): Record<string, string> {
  const readme = readFileSync(join(root, "README.md"), "utf8")
  return { "README.md": withBlock(readme, summary(found)), "docs/compatibility.md": page(found) }
}

const START = "<!-- `npm run matrix` writes from here -->"
const END = "<!-- to here -->"

function withBlock(text: string, block: string): string {
  const [before, rest = ""] = text.split(START)
  const [, after] = rest.split(END)
  if (after === undefined) throw new Error(`README.md has lost its lines ${START} and ${END}.`)
  return `${before}${START}\n\n${block}\n${END}${after}`
}

/** Per next-auth and router, the versions of React that each Next.js works with. */
function summary({ cells }: Compatibility): string {
  const rows = LINES.nextAuth.flatMap((nextAuth) =>
    LINES.router.map((router) => [
      `next-auth ${nextAuth}, ${router} router`,
      ...LINES.next.map((next) => reacts(cells.filter(isLike({ next, nextAuth, router })))),
    ]),
  )
  return table(["", ...LINES.next.map((next) => `Next.js ${next}`)], rows)
}

function reacts(entries: Entry[]): string {
  const tried = entries.filter((entry) => "checks" in entry)
  return tried.map((entry) => `React ${entry.react}${isWorking(entry) ? "" : " **fails**"}`).join(", ") || "—"
}

const isLike = (wanted: Partial<Cell>) => (entry: Entry) =>
  Object.entries(wanted).every(([key, value]) => entry[key as keyof Cell] === value)

function page(found: Compatibility): string {
  const { cells, date, machine } = found
  const ran = cells.filter((entry) => "checks" in entry)
  const failed = cells.filter((entry) => failures(entry).length > 0)
  return `---
title: Compatibility
description: Which versions of Next.js, React and next-auth authjs-bink was run with, and what was checked.
---

<!-- \`npm run matrix\` writes this page from compatibility.json. -->

Version ${found.package} was run with ${ran.length} combinations on ${date}, and ${
    failed.length === 0 ? "all of them work" : `${failed.length} of them failed`
  }.

${summary(found)}
What is not in this table cannot be: [why](#what-cannot-be).

## What was checked

Each combination is a new app, made as create-next-app makes it, one after the other:

| check | what has to happen |
| --- | --- |
| install | npm installs the packed package and the versions below, with all peer ranges met |
| init | \`authjs-bink init\` adds the config, the route and the sign-in page, and leaves nothing to be done by hand |
| build | \`next build\` succeeds, with its type checks |
| start | \`next start\` answers |
| level 0 | someone whom Bink has not verified signs in; there is no badge, and \`session.user.bink\` is what Bink says |
| level 2 | a trusted person signs in; the gold badge is there, and \`session.user.bink\` is what Bink says |
| gate | \`middleware.ts\` (\`proxy.ts\` in Next.js 16) lets only the trusted person through |
| denial | someone who denies is back at the sign-in page, which says so, and there is no session |
| sign-out | signing out ends the session |
| console | the browser's console has no error and no warning, React's on hydration included, and the server's log no error |

Bink is the package's own emulator, the browser is ${machine.browser}.

## What was found

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
${failed.length > 0 ? `${failed.map(reasons).join("")}\n` : ""}Run on Node.js ${machine.node}, ${machine.system}, ${machine.cpus} processors.

## What cannot be

${table(
  ["Next.js", "React", "next-auth", "router", "why"],
  cells.flatMap((entry) =>
    "impossible" in entry
      ? [[`${entry.next}`, `${entry.react}`, `${entry.nextAuth}`, entry.router, entry.impossible]]
      : [],
  ),
)}
## Run it again

\`\`\`sh
npm ci
npm run matrix                              # every combination, and this page anew
npm run matrix -- --only next-16 --only app # those of Next.js 16 with the app router
\`\`\`

It needs npm's registry, takes the newest version of each line that can be installed, and ends with an error where a
combination fails. Some of them are written down only beside others of the same day, machine and version. Every version and every result is in [compatibility.json](compatibility.json).
`
}

function reasons(entry: Entry): string {
  const { versions, router } = entry
  const name = `Next.js ${versions.next}, React ${versions.react}, next-auth ${versions["next-auth"]}, ${router} router`
  return failures(entry)
    .map(([check, why]) => `- ${name}, ${check}: ${why.replace(/[<>|*_]/g, "\\$&")}\n`)
    .join("")
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("")
}
