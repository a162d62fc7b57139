/**
 * Runs authjs-bink with each line of Next.js, React and next-auth, on either router, and writes what came of it.
 *
 *   npm run matrix                                   all of it: docs/compatibility.*, and the table in README.md
 *   npm run matrix -- --only next-16 --only app      the cells that have each of these words
 *   npm run matrix -- --keep-apps                    leaves the apps where they were made
 *
 * A part of it is written down where the rest was run on the same day and machine, with the same version.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { availableParallelism, release, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { chromium } from "playwright"
import own from "../../package.json" with { type: "json" }
import { packPackage } from "../../test/flow/npm.ts"
import { browserOptions } from "../browser.ts"
import { root } from "../demo-app.ts"
import { type Cell, nameOf, only } from "./cells.ts"
import { whyImpossible } from "./impossible.ts"
import { type Entry, failures, keep } from "./results.ts"
import { runCell } from "./run-cell.ts"
import { papers } from "./tables.ts"
import { newestVersions } from "./versions.ts"

interface Place {
  folder: string
  tarball: string
  keepApps: boolean
}

async function tryCell(cell: Cell, { folder, tarball, keepApps }: Place): Promise<Entry> {
  const started = Date.now()
  const versions = newestVersions(cell)
  const impossible = whyImpossible(cell, versions)
  if (impossible) {
    console.log(`–  ${nameOf(cell)}: ${impossible}`)
    return { ...cell, versions, impossible }
  }
  const app = join(folder, nameOf(cell).replaceAll(" ", "_"))
  const checks = await runCell(cell, versions, { folder: app, tarball })
  if (!keepApps) rmSync(app, { recursive: true, force: true, maxRetries: 10 })
  const entry = { ...cell, versions, checks }
  const failed = failures(entry)
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${failed.length > 0 ? "✗" : "✓"}  ${nameOf(cell)}: next ${versions.next}, ${seconds} s`)
  for (const [check, why] of failed) console.log(`   ${check}: ${why}`)
  return entry
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
  const cells = only(values.only)
  const ranOn = await machine()
  const folder = mkdtempSync(join(tmpdir(), "authjs-bink-matrix-"))
  const entries: Entry[] = []
  try {
    const tarball = packPackage(folder)
    for (const cell of cells)
      entries.push(await tryCell(cell, { folder, tarball, keepApps: values["keep-apps"] }))
  } finally {
    if (values["keep-apps"]) console.log(`The apps are in ${folder}.`)
    else rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }

  const date = new Date().toISOString().slice(0, 10)
  const kept = keep({ package: own.version, date, machine: ranOn, cells: entries })
  if (!kept) console.log("Nothing was written: the results on record are of another day, machine or version.")
  for (const [path, text] of Object.entries(kept ? papers(kept) : {})) writeFileSync(join(root, path), text)
  if (entries.some((entry) => failures(entry).length > 0)) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
