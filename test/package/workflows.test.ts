import { existsSync, globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { describe, expect, it, test } from "vitest"
import { parse } from "yaml"
import manifest from "../../package.json" with { type: "json" }

const GITHUB = resolve(import.meta.dirname, "../../.github")
const read = (path: string) => readFileSync(join(GITHUB, path), "utf8")
const files = globSync("workflows/*.yml", { cwd: GITHUB })

/** GitHub's parser, bundled: it imports JSON without an import attribute, which Node.js rejects. */
const { outputFiles } = await build({
  stdin: { contents: 'export * from "@actions/workflow-parser"', resolveDir: import.meta.dirname },
  bundle: true,
  write: false,
  platform: "browser",
  format: "esm",
})
const parser: typeof import("@actions/workflow-parser") = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? "").toString("base64")}`
)

/** Returns the errors that GitHub reports for a workflow, expressions included. */
async function workflowErrors(name: string, content: string): Promise<string[]> {
  const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter())
  if (value) await parser.convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface Job {
  permissions?: Record<string, string>
  "timeout-minutes"?: number
  strategy?: { matrix: { node: number[] } }
  steps: Step[]
}
interface Workflow {
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

describe.each(files)("%s", (file) => {
  const content = read(file)
  const { permissions, jobs } = parse(content) as Workflow
  const steps = Object.values(jobs).flatMap(({ steps }) => steps)

  it("is valid for GitHub's parser", async () => {
    expect(await workflowErrors(file, content)).toEqual([])
  })

  it("pins every action to a commit, with its version in a comment", () => {
    const used = [...content.matchAll(/uses: (.+)$/gm)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it("has read permission only and stores no credentials", () => {
    expect([{}, { contents: "read" }]).toContainEqual(permissions)
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith("actions/checkout@"))
        expect(inputs).toMatchObject({ "persist-credentials": false })
    }
  })

  it("passes expressions to shell commands only through environment variables", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{")
  })

  it("has a timeout for each job and uses only scripts and files that exist", () => {
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0)
    for (const { run = "" } of steps) {
      for (const [, script = ""] of run.matchAll(/npm run ([\w:-]+)/g)) {
        expect(Object.keys(manifest.scripts)).toContain(script)
      }
      for (const [, path = ""] of run.matchAll(/^node (\S+)/gm))
        expect(existsSync(resolve(GITHUB, "..", path))).toBe(true)
    }
  })
})

test.each([
  ["runs-on:", "run-on:"],
  ["github.ref }}", "github.ref( }}"],
  ["contents: read", "contents: readd"],
])("the parser rejects %s changed to %s", async (right, wrong) => {
  const content = read("workflows/ci.yml")
  expect(content).toContain(right)
  expect(await workflowErrors("ci.yml", content.replace(right, wrong))).not.toEqual([])
})

test("CI starts with the oldest supported Node.js", () => {
  const { jobs } = parse(read("workflows/ci.yml")) as Workflow
  const [oldest] = /\d+/.exec(manifest.engines.node) ?? []
  expect(jobs.node?.strategy?.matrix.node[0]).toBe(Number(oldest))
})

test("only the publish job has an npm identity, and it runs no code of the repository", () => {
  const { jobs } = parse(read("workflows/publish.yml")) as Workflow
  const trusted = Object.entries(jobs).filter(([, { permissions }]) => permissions?.["id-token"])
  expect(trusted.map(([name]) => name)).toEqual(["publish"])
  const [, { steps, permissions }] = trusted[0] as [string, Job]
  expect(permissions).toEqual({ "id-token": "write" })
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
    expect.stringMatching(/^npm publish \.\/authjs-bink-\*\.tgz --provenance /),
  ])
})

test("Dependabot updates npm packages and actions, and ignores major versions of aliases", () => {
  const { version, updates } = parse(read("dependabot.yml"))
  expect(version).toBe(2)
  expect(updates.map((update: { "package-ecosystem": string }) => update["package-ecosystem"])).toEqual([
    "npm",
    "github-actions",
  ])
  const aliases = Object.entries(manifest.devDependencies).filter(([, range]) => range.startsWith("npm:"))
  const ignored = updates[0].ignore.map((one: { "dependency-name": string }) => one["dependency-name"])
  expect(ignored.sort()).toEqual(aliases.map(([name]) => name).sort())
})

test.each(globSync("ISSUE_TEMPLATE/*.yml", { cwd: GITHUB }).filter((file) => !file.endsWith("config.yml")))(
  "%s is a valid issue form",
  (file) => {
    const { name, description, body } = parse(read(file))
    expect([typeof name, typeof description]).toEqual(["string", "string"])
    const ids = body.flatMap(({ id }: { id?: string }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { type, id, attributes } of body) {
      expect(["markdown", "textarea", "input", "dropdown", "checkboxes"]).toContain(type)
      if (type === "markdown") expect(attributes.value).toBeTruthy()
      else expect([id, attributes.label]).not.toContain(undefined)
    }
  },
)
