import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import own from "../../package.json" with { type: "json" }
import { writeFiles } from "../../test/helpers/create-next-app.ts"
import type { Progress } from "../progress.ts"
import { ROOT } from "../run.ts"
import { COMPANIONS, type Companion } from "./companions.ts"
import {
  type InstalledManager,
  installManager,
  PACKAGE_MANAGERS,
  type PackageManager,
  runProgram,
} from "./package-managers.ts"
import { reasonOf } from "./run-cell.ts"
import { newest } from "./versions.ts"

const RESULTS = join(ROOT, "docs/installs.json")

/** The results in docs/installs.json. */
export interface Installs {
  /** Version of authjs-bink. */
  package: string
  date: string
  /** Versions by the name of the package manager. */
  managers: Record<string, string>
  companions: CompanionResults[]
}

interface CompanionResults {
  name: string
  packages: Record<string, string>
  /** By package manager. */
  results: Record<string, InstallResult>
}

/** `passed`, the reason of a failure, or why these packages cannot be installed without authjs-bink either. */
export type InstallResult = string | { impossible: string }

export function readInstalls(): Installs {
  return JSON.parse(readFileSync(RESULTS, "utf8"))
}

interface RunOptions {
  directory: string
  tarball: string
  date: string
  companions: readonly Companion[]
}

/**
 * Installs the tarball next to each companion with each package manager, and returns all results. Results of a partial
 * run are merged into those of a run on the same day with the same versions. Otherwise nothing is written.
 */
export async function runInstalls(
  { directory, tarball, date, companions }: RunOptions,
  progress: Progress,
): Promise<Installs> {
  const managers = await progress.step("Installing the package managers", () =>
    PACKAGE_MANAGERS.map((manager) => ({ ...manager, ...installManager(manager, directory) })),
  )
  const installs: Installs = {
    package: own.version,
    date,
    managers: Object.fromEntries(managers.map(({ name, version }) => [name, version])),
    companions: [],
  }
  for (const { name, packages: ranges, program } of companions) {
    const packages = Object.fromEntries(
      Object.entries(ranges).map(([name, range]) => [name, newest(name, range)]),
    )
    const results: Record<string, InstallResult> = {}
    for (const manager of managers) {
      const result = await progress.step(`${name} with ${manager.name}`, () =>
        install(manager, { packages, program, directory, tarball }),
      )
      console.log(
        typeof result === "string" ? `  ${result}` : `  – not without authjs-bink: ${result.impossible}`,
      )
      results[manager.name] = result
    }
    installs.companions.push({ name, packages, results })
  }
  writeInstalls(installs)
  return installs
}

function writeInstalls(run: Installs): void {
  const recorded = existsSync(RESULTS) ? readInstalls() : undefined
  const isComparable = isDeepStrictEqual({ ...recorded, companions: [] }, { ...run, companions: [] })
  const known = new Map(
    [...(isComparable ? (recorded?.companions ?? []) : []), ...run.companions].map((entry) => [
      entry.name,
      entry,
    ]),
  )
  const companions = COMPANIONS.flatMap(({ name }) => known.get(name) ?? [])
  if (companions.length < COMPANIONS.length) {
    console.log("Nothing was written: the recorded results are of another day or of other versions.")
    return
  }
  writeFileSync(RESULTS, `${JSON.stringify({ ...run, companions }, null, 2)}\n`)
}

/** Returns the failures as lines. */
export const installFailures = ({ companions }: Installs): string[] =>
  companions.flatMap(({ name, results }) =>
    Object.entries(results).flatMap(([manager, result]) =>
      typeof result === "string" && result !== "passed" ? [`${name} with ${manager}: ${result}`] : [],
    ),
  )

/** The modules of this package that Node.js can import. */
const ENTRIES = Object.keys(own.exports)
  .filter((path) => !/\.(css|json)$/.test(path))
  .map((path) => path.replace(".", "authjs-bink"))

const FILES = {
  "import.mjs": "for (const entry of process.argv.slice(2)) await import(entry)",
  "require.cjs": "for (const entry of process.argv.slice(2)) require(entry)",
  "compile.cjs": 'require("typescript/bin/tsc")',
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
    files: ["app.ts"],
  }),
}

interface App {
  packages: Record<string, string>
  program: string | undefined
  directory: string
  tarball: string
}

function install(
  { settings, resolve, add, listPeers, node, run }: PackageManager & InstalledManager,
  { packages, program, directory, tarball }: App,
): InstallResult {
  const createApp = (name: string, dependencies: Record<string, string>): string => {
    const app = join(directory, name)
    rmSync(app, { recursive: true, force: true, maxRetries: 10 })
    const manifest = JSON.stringify({ name, private: true, dependencies })
    writeFiles(app, { ...FILES, ...settings, "package.json": manifest, "app.ts": program ?? "" })
    return app
  }

  // The path of the directory contains the name of this package.
  const runInApp = (cwd: string, args: string[]) => run(cwd, args).replaceAll(directory, "")

  const app = createApp("app", packages)
  let control: string
  try {
    control = runInApp(app, resolve)
  } catch (error) {
    return { impossible: reasonOf(error, app) }
  }
  try {
    rejectWarnings(runInApp(app, add(tarball)), control)
    if (listPeers) rejectWarnings(runInApp(app, listPeers), control)
    const runNode = (...args: string[]) =>
      node ? run(app, [...node, ...args]) : runProgram(process.execPath, args, app)
    const entries = ENTRIES.filter((entry) => entry !== "authjs-bink/react" || "react" in packages)
    runNode("import.mjs", ...entries)
    runNode("require.cjs", ...entries)
    if (program) runNode("compile.cjs")
    // A clone without a lock file.
    const clone = createApp("clone", { ...packages, "authjs-bink": `file:${tarball}` })
    rejectWarnings(runInApp(clone, resolve), control)
    return "passed"
  } catch (error) {
    return reasonOf(error, app)
  }
}

/** The lines in which package managers name this package as installed, or its peers as met. */
const EXPECTED = /^(➤ YN0085: │ )?(\+ |installed | - )|→ ✓/
const MISSING_PEER = /doesn't provide (\S+)/

/** Throws the lines of an output that name this package, unless they are about a peer that the app lacks without it. */
function rejectWarnings(output: string, control: string): void {
  const linesOf = (text: string) => text.split("\n")
  const missing = (line: string) => MISSING_PEER.exec(line)?.[1]
  const known = new Set(linesOf(control).flatMap((line) => missing(line) ?? []))
  const warnings = linesOf(output).filter(
    (line) => line.includes("authjs-bink") && !EXPECTED.test(line) && !known.has(missing(line) ?? ""),
  )
  if (warnings.length > 0) throw new Error(`The output has a warning: ${warnings.join("\n")}`)
}
