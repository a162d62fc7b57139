import { spawnSync } from "node:child_process"
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"
import { parse as parseYaml } from "yaml"
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

/** A paper without its blocks of code, in which brackets are not links, nor numbers signs headings. */
const prose = (path: string) => readFileSync(join(ROOT, path), "utf8").replace(/^(`{3,}).*?^\1$/gms, "")

/** The anchors of a paper, as GitHub and most sites make them of its headings. */
function anchorsOf(path: string): string[] {
  const seen = new Map<string, number>()
  return [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-")
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

test.each(papers)("%s links to files and headings that exist", (paper) => {
  const links = [...prose(paper).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b ?? "",
  )
  const broken = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = "", anchor] = link.split("#")
      const target = path === "" ? paper : relative(ROOT, resolve(ROOT, dirname(paper), path))
      if (!existsSync(join(ROOT, target))) return true
      return anchor !== undefined && !(target.endsWith(".md") && anchorsOf(target).includes(anchor))
    })
  expect(broken).toEqual([])
})

test.each(papers.filter((paper) => /^docs.+\//.test(paper) || /^docs.(?!README)/.test(paper)))(
  "%s starts with a title and a description, and has no other title",
  (paper) => {
    const text = readFileSync(join(ROOT, paper), "utf8")
    const [, matter = ""] = /^---\n(.*?)\n---\n\n/s.exec(text) ?? []
    expect(parseYaml(matter)).toMatchObject({
      title: expect.any(String),
      description: expect.stringMatching(/^.+\.$/),
    })
    expect(prose(paper)).not.toMatch(/^# /m)
  },
)

test.each(papers)("%s names commands and options of authjs-bink that exist", (paper) => {
  const text = readFileSync(join(ROOT, paper), "utf8")
  for (const [call, name = "", rest = ""] of text.matchAll(/npx authjs-bink ([\w-]+)([^\n`|"]*)/g)) {
    const help = name.startsWith("-") ? helpOf() : helpOf(name)
    expect(help, `${paper}: ${call}`).toContain(name.startsWith("-") ? name : `Usage: authjs-bink ${name}`)
    for (const [flag] of rest.matchAll(/--[\w-]+/g)) expect(help, `${paper}: ${call}`).toContain(` ${flag} `)
  }
})

const helps = new Map<string, string>()
function helpOf(...command: string[]): string {
  const key = command.join(" ")
  const main = join(ROOT, "dist/cli/main.js")
  const help =
    helps.get(key) ?? spawnSync(process.execPath, [main, ...command, "--help"], { encoding: "utf8" }).stdout
  helps.set(key, help)
  return help
}

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
