import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }

/** The papers must stay true: every path they name exists, and every command is one that `package.json` has. */
const ROOT = resolve(import.meta.dirname, "../..")
const papers = [
  "README.md",
  "AGENTS.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "CODE_OF_CONDUCT.md",
  ".github/pull_request_template.md",
  ...globSync("docs/**/*.md", { cwd: ROOT }),
]

test.each(papers)("%s links to files that exist", (paper) => {
  const text = readFileSync(join(ROOT, paper), "utf8").replace(/^```[\s\S]*?^```$/gm, "")
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b ?? "",
  )
  for (const link of links.filter((link) => !/^[a-z]+:/.test(link))) {
    expect(existsSync(resolve(ROOT, dirname(paper), link)), `${paper} → ${link}`).toBe(true)
  }
})

test.each(papers)("%s names npm scripts that exist", (paper) => {
  const text = readFileSync(join(ROOT, paper), "utf8")
  for (const [, script = ""] of text.matchAll(/npm run ([\w:-]+)/g)) {
    expect(Object.keys(manifest.scripts), `${paper}: npm run ${script}`).toContain(script)
  }
})

test("AGENTS.md names only paths that exist, and fits a page", () => {
  const text = readFileSync(join(ROOT, "AGENTS.md"), "utf8")
  expect(text.split("\n").length).toBeLessThan(70)
  for (const [, path = ""] of text.matchAll(/`((?:src|test|stories|demo|examples|scripts|docs)\/[^`*]*)`/g)) {
    expect(existsSync(join(ROOT, path)), path).toBe(true)
  }
})

test("links within the README lead to its own headings", () => {
  const text = readFileSync(join(ROOT, "README.md"), "utf8")
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  )
  for (const [, anchor = ""] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor)
})
