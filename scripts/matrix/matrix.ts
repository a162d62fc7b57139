/**
 * Tests the package with each major version of Next.js, React and next-auth, with both routers, and writes the results.
 *
 *   npm run matrix                                   all combinations: docs/compatibility.*, and the table in README.md
 *   npm run matrix -- --only next-16 --only app      combinations whose names contain all of these words
 *   npm run matrix -- --keep-apps                    does not delete the apps
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
import { incompatibility } from "./incompatible.ts"
import { type Entry, failures, writeResults } from "./results.ts"
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
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      "keep-apps": { type: "boolean", default: false },
    },
  })
  const cells = selectCells(values.only)
  const keepApps = values["keep-apps"]
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-matrix-"))
  const entries: Entry[] = []
  try {
    const progress = startProgress(cells.length + 1)
    await progress.step("Building the package", buildPackage)
    const tarball = packPackage(directory)
    for (const cell of cells) {
      const entry = await progress.step(nameOf(cell), () => runEntry(cell, { directory, tarball, keepApps }))
      console.log(describe(entry))
      entries.push(entry)
    }
  } finally {
    if (keepApps) console.log(`The apps are in ${directory}.`)
    else rmSync(directory, { recursive: true, force: true, maxRetries: 10 })
  }

  const date = new Date().toISOString().slice(0, 10)
  const results = writeResults({ package: own.version, date, machine: await machine(), cells: entries })
  if (!results)
    console.log("Nothing was written: the recorded results are of another day, machine or version.")
  for (const [path, text] of Object.entries(results ? resultFiles(results) : {}))
    writeFileSync(join(ROOT, path), text)
  if (entries.some((entry) => failures(entry).length > 0)) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
