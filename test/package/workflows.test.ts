import { existsSync, globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { describe, expect, it, test } from "vitest"
import { parse } from "yaml"
import manifest from "../../package.json" with { type: "json" }

const GITHUB = resolve(import.meta.dirname, "../../.github")
const read = (path: string) => readFileSync(join(GITHUB, path), "utf8")
const files = globSync("workflows/*.yml", { cwd: GITHUB })

/** GitHub's own, as one file: it imports JSON without saying so, which bundlers accept and Node does not. */
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

/** What GitHub would refuse of a workflow, expressions included. */
async function refusals(name: string, content: string): Promise<string[]> {
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

  it("is a workflow, as GitHub reads it", async () => {
    expect(await refusals(file, content)).toEqual([])
  })

  it("runs no action but what one commit of it is, with the version beside it", () => {
    const used = [...content.matchAll(/uses: (.+)$/gm)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it("starts with no right but to read, and keeps no right to push", () => {
    expect([{}, { contents: "read" }]).toContainEqual(permissions)
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith("actions/checkout@"))
        expect(inputs).toMatchObject({ "persist-credentials": false })
    }
  })

  it("runs nothing that someone outside could have written: values come through the environment", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{")
  })

  it("ends each job in time, and names only scripts and files that are there", () => {
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
])("GitHub would refuse a mistake: %s as %s", async (right, wrong) => {
  const content = read("workflows/ci.yml")
  expect(content).toContain(right)
  expect(await refusals("ci.yml", content.replace(right, wrong))).not.toEqual([])
})

test("CI tries every major version of Node that the package promises, from the oldest on", () => {
  const { jobs } = parse(read("workflows/ci.yml")) as Workflow
  const [oldest] = /\d+/.exec(manifest.engines.node) ?? []
  expect(jobs.node?.strategy?.matrix.node[0]).toBe(Number(oldest))
})

test("only the job that publishes may speak for this repository to npm, and it runs nothing of ours", () => {
  const { jobs } = parse(read("workflows/publish.yml")) as Workflow
  const trusted = Object.entries(jobs).filter(([, { permissions }]) => permissions?.["id-token"])
  expect(trusted.map(([name]) => name)).toEqual(["publish"])
  const [, { steps, permissions }] = trusted[0] as [string, Job]
  expect(permissions).toEqual({ "id-token": "write" })
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
    expect.stringMatching(/^npm publish \.\/authjs-bink-\*\.tgz --provenance /),
  ])
})

test("Dependabot keeps what is pinned: npm's packages and the actions", () => {
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
  "%s is a form that GitHub can show",
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
