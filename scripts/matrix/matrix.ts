/**
 * Tests the package with each major version of Next.js, React and next-auth, with both routers, installs it with each
 * package manager next to the packages that apps use, and writes the results.
 *
 *   npm run matrix                                   all combinations: docs/compatibility.*, and the table in README.md
 *   npm run matrix -- --only next-16 --only app      combinations whose names contain all of these words
 *   npm run matrix -- --keep-apps                    does not delete the apps
 *   npm run matrix -- installs                       only installs the package with each package manager
 *   npm run matrix -- installs "next-auth 5"         next to this package
 *
 * Results of a partial run are written only if the other results are of the same day, machine and version.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { availableParallelism, release, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { chromium } from "playwright"
import own from "../../package.json" with { type: "json" }
import { packPackage } from "../../test/helpers/npm.ts"
import { browserOptions } from "../browser.ts"
import { buildPackage } from "../build/package.ts"
import { startProgress } from "../progress.ts"
import { ROOT } from "../run.ts"
import { type Cell, nameOf, selectCells } from "./cells.ts"
import { selectCompanions } from "./companions.ts"
import { incompatibility } from "./incompatible.ts"
import { installFailures, runInstalls } from "./installs.ts"
import { PACKAGE_MANAGERS } from "./package-managers.ts"
import { type Entry, failures, readResults, writeResults } from "./results.ts"
import { runCell } from "./run-cell.ts"
import { resultFiles } from "./tables.ts"
import { newestVersions } from "./versions.ts"

interface RunOptions {
  directory: string
  tarball: string
  keepApps: boolean
}

async function runEntry(cell: Cell, { directory, tarball, keepApps }: RunOptions): Promise<Entry> {
  const versions = newestVersions(cell)
  const impossible = incompatibility(cell, versions)
  if (impossible) return { ...cell, versions, impossible }
  const app = join(directory, nameOf(cell).replaceAll(" ", "_"))
  const checks = await runCell(cell, versions, { directory: app, tarball })
  if (!keepApps) rmSync(app, { recursive: true, force: true, maxRetries: 10 })
  return { ...cell, versions, checks }
}

/** Returns the lines for the terminal. */
function describe(entry: Entry): string {
  if ("impossible" in entry) return `  – cannot be combined: ${entry.impossible}`
  const failed = failures(entry)
  if (failed.length === 0) return `  ✓ passed with next ${entry.versions.next}`
  return failed.map(([check, reason]) => `  ✗ ${check}: ${reason}`).join("\n")
}

async function machine() {
  const browser = await chromium.launch(browserOptions())
  const version = browser.version()
  await browser.close()
  return {
    node: process.versions.node,
    system: `${process.platform} ${release()} (${process.arch})`,
    cpus: availableParallelism(),
    browser: `Chromium ${version}`,
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      "keep-apps": { type: "boolean", default: false },
    },
    allowPositionals: true,
  })
  const [stage, ...names] = positionals
  if (stage && stage !== "installs") throw new Error(`Unknown stage: ${stage}. The only stage is "installs".`)
  const cells = stage ? [] : selectCells(values.only)
  const companions = stage || values.only.length === 0 ? selectCompanions(names) : []
  const keepApps = values["keep-apps"]
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-matrix-"))
  const date = new Date().toISOString().slice(0, 10)
  const entries: Entry[] = []
  const failedInstalls: string[] = []
  try {
    const installs = companions.length > 0 ? 1 + companions.length * PACKAGE_MANAGERS.length : 0
    const progress = startProgress(1 + cells.length + installs)
    await progress.step("Building the package", buildPackage)
    const tarball = packPackage(directory)
    for (const cell of cells) {
      const entry = await progress.step(nameOf(cell), () => runEntry(cell, { directory, tarball, keepApps }))
      console.log(describe(entry))
      entries.push(entry)
    }
    if (companions.length > 0) {
      const installs = await runInstalls({ directory, tarball, date, companions }, progress)
      failedInstalls.push(...installFailures(installs))
    }
  } finally {
    if (keepApps) console.log(`The apps are in ${directory}.`)
    else rmSync(directory, { recursive: true, force: true, maxRetries: 10 })
  }

  if (cells.length > 0) {
    const run = { package: own.version, date, machine: await machine(), cells: entries }
    if (!writeResults(run))
      console.log("Nothing was written: the recorded results are of another day, machine or version.")
  }
  for (const [path, text] of Object.entries(resultFiles(readResults()))) writeFileSync(join(ROOT, path), text)
  for (const failure of failedInstalls) console.log(`  ✗ ${failure}`)
  if (failedInstalls.length > 0 || entries.some((entry) => failures(entry).length > 0)) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
