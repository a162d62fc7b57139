/**
 * `npm test`: builds the package, finds or installs a browser, and runs every test.
 *
 *   npm test                    all stages, then a summary
 *   npm test -- unit flow       some stages
 *   npm test -- flow demo       the test files of a stage whose path contains "demo"
 *
 * Exits with status 1 if a test or a build fails. The last line has the totals: `2400 passed, 0 failed, 2 skipped`.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { formatDuration } from "./progress.ts"
import { ROOT } from "./run.ts"

interface Stage {
  name: string
  description: string
  /** Arguments of Node.js. */
  command: string[]
  /** Path of Vitest's JSON report. Only for a stage with tests. */
  report?: string
}

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface Outcome extends Counts {
  stage: Stage
  isOk: boolean
}

const REPORTS = join(ROOT, ".cache/test-reports")

/** Every other stage needs these. They run first, in this order. */
const PREPARATION: Stage[] = [
  { name: "build", description: "builds the package", command: ["scripts/build/package.ts"] },
  { name: "chromium", description: "finds or installs a browser", command: ["scripts/browser.ts"] },
]

/** The lanes run at the same time: while apps build, load and wait, the other tests use the processor. */
const LANES: Stage[][] = [
  [vitest("flow", "apps, built and used in a browser")],
  [
    vitest("unit", "unit tests, and components in jsdom", ["unit", "react"]),
    vitest("integration", "databases, faults, compilers"),
    vitest("package", "the built package, types and documents", ["package", "types"]),
    vitest("browser", "the built components in a browser"),
    vitest("storybook", "stories and their accessibility"),
    vitest("site", "the documentation site in a browser"),
  ],
]

function vitest(name: string, description: string, projects = [name]): Stage {
  const report = join(REPORTS, `${name}.json`)
  const options = [
    ...projects.map((project) => `--project=${project}`),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]
  return { name, description, command: ["node_modules/vitest/vitest.mjs", "run", ...options], report }
}

const running = new Set<ChildProcess>()
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(1)
  })
}

/** Runs a command and returns its exit status and its output. With `isLive`, the output goes to the terminal. */
async function run(command: string[], isLive: boolean): Promise<{ status: number | null; output: string }> {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    stdio: isLive ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...(!isLive && process.stdout.isTTY && { FORCE_COLOR: "1" }) },
  })
  running.add(child)
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text
    })
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  running.delete(child)
  return { status, output }
}

/** Reads Vitest's report. A test file that could not run, or a missing report, counts as one failed test. */
function readCounts(report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  )
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }: { status: string; assertionResults: { status: string }[] }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  }
}

function format({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
}

/** Runs all stages that the arguments select, and returns whether all of them passed. */
async function main(args: string[]): Promise<boolean> {
  const stages = LANES.flat()
  const names = stages.map(({ name }) => name)
  const selected = args.filter((arg) => names.includes(arg))
  const filters = args.filter((arg) => !names.includes(arg))
  if (filters.length > 0 && selected.length === 0) {
    throw new Error(`Unknown stage: ${filters.join(", ")}. Stages: ${names.join(", ")}.`)
  }
  const lanes = LANES.map((lane) =>
    lane.filter(({ name }) => selected.length === 0 || selected.includes(name)),
  ).filter((lane) => lane.length > 0)
  const count = PREPARATION.length + lanes.flat().length
  // With one lane, the output of its tests can be shown while they run.
  const isLive = lanes.length === 1
  // Of several stages, some may have no test file whose path contains the filter.
  const options = filters.length > 0 && selected.length > 1 ? [...filters, "--passWithNoTests"] : filters
  const start = Date.now()
  let started = 0
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })

  async function runStage(stage: Stage): Promise<Outcome> {
    const prefix = `[${++started}/${count}] ${stage.name}`
    const stageStart = Date.now()
    console.log(`${prefix}: ${stage.description} …`)
    const { report } = stage
    const { status, output } = await run(
      [...stage.command, ...(report ? options : [])],
      isLive && Boolean(report),
    )
    const counts = report ? readCounts(report) : { passed: 0, failed: 0, skipped: 0 }
    // A failed build or an error outside the tests counts as one failed test.
    if (status !== 0 && counts.failed === 0) counts.failed = 1
    const isOk = counts.failed === 0
    if (!isOk) console.log(output)
    const result = report ? format(counts) : isOk ? "done" : "failed"
    console.log(`${prefix}: ${result} (${formatDuration(Date.now() - stageStart)})`)
    return { stage, isOk, ...counts }
  }

  for (const stage of PREPARATION) {
    const outcome = await runStage(stage)
    if (!outcome.isOk) {
      console.log(format(outcome))
      return false
    }
  }
  const outcomes = (
    await Promise.all(
      lanes.map(async (lane) => {
        const results: Outcome[] = []
        for (const stage of lane) results.push(await runStage(stage))
        return results
      }),
    )
  ).flat()

  const failed = outcomes.filter(({ isOk }) => !isOk).map(({ stage }) => stage.name)
  const sum = (key: keyof Counts) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log(`\nTotal time ${formatDuration(Date.now() - start)}`)
  if (failed.length > 0)
    console.log(`Failed stages: ${failed.join(", ")}. Run one with npm test -- ${failed[0]}`)
  console.log(format({ passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") }))
  return failed.length === 0
}

try {
  if (!(await main(process.argv.slice(2)))) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
