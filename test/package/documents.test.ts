import { spawnSync } from "node:child_process"
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"
import { parse as parseYaml } from "yaml"
import manifest from "../../package.json" with { type: "json" }

const ROOT = resolve(import.meta.dirname, "../..")
const documents = [
  "README.md",
  "AGENTS.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "CODE_OF_CONDUCT.md",
  ".github/pull_request_template.md",
  ...globSync("docs/**/*.md", { cwd: ROOT }),
]

/** Returns a document without its code blocks. */
const prose = (path: string) => readFileSync(join(ROOT, path), "utf8").replace(/^(`{3,}).*?^\1$/gms, "")

/** Returns the anchors of a document's headings in GitHub's format. */
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

test.each(documents)("%s links to files and headings that exist", (path) => {
  const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b ?? "",
  )
  const broken = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = "", anchor] = link.split("#")
      const target = file === "" ? path : relative(ROOT, resolve(ROOT, dirname(path), file))
      if (!existsSync(join(ROOT, target))) return true
      return anchor !== undefined && !(target.endsWith(".md") && anchorsOf(target).includes(anchor))
    })
  expect(broken).toEqual([])
})

test.each(documents.filter((path) => /^docs.+\//.test(path) || /^docs.(?!README)/.test(path)))(
  "%s has a title and a description in its front matter and no level-1 heading",
  (path) => {
    const text = readFileSync(join(ROOT, path), "utf8")
    const [, matter = ""] = /^---\n(.*?)\n---\n\n/s.exec(text) ?? []
    expect(parseYaml(matter)).toMatchObject({
      title: expect.any(String),
      description: expect.stringMatching(/^.+\.$/),
    })
    expect(prose(path)).not.toMatch(/^# /m)
  },
)

test.each(documents)("%s uses only commands and options of authjs-bink that exist", (path) => {
  const text = readFileSync(join(ROOT, path), "utf8")
  for (const [call, name = "", rest = ""] of text.matchAll(/npx authjs-bink ([\w-]+)([^\n`|"]*)/g)) {
    const help = name.startsWith("-") ? helpOf() : helpOf(name)
    expect(help, `${path}: ${call}`).toContain(name.startsWith("-") ? name : `Usage: authjs-bink ${name}`)
    for (const [flag] of rest.matchAll(/--[\w-]+/g)) expect(help, `${path}: ${call}`).toContain(` ${flag} `)
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

test.each(documents)("%s uses only npm scripts that exist", (path) => {
  const text = readFileSync(join(ROOT, path), "utf8")
  for (const [, script = ""] of text.matchAll(/npm run ([\w:-]+)/g)) {
    expect(Object.keys(manifest.scripts), `${path}: npm run ${script}`).toContain(script)
  }
})

test("AGENTS.md names only paths that exist and has fewer than 70 lines", () => {
  const text = readFileSync(join(ROOT, "AGENTS.md"), "utf8")
  expect(text.split("\n").length).toBeLessThan(70)
  for (const [, path = ""] of text.matchAll(/`((?:src|test|stories|demo|examples|scripts|docs)\/[^`*]*)`/g)) {
    expect(existsSync(join(ROOT, path)), path).toBe(true)
  }
})
