import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { ROOT } from "../run.ts"
import { CELLS, type Cell, nameOf } from "./cells.ts"
import type { Results } from "./run-cell.ts"
import type { Versions } from "./versions.ts"

const RESULTS = join(ROOT, "docs/compatibility.json")

/** The results in docs/compatibility.json. */
export interface Compatibility {
  /** Version of authjs-bink. */
  package: string
  date: string
  machine: { node: string; system: string; cpus: number; browser: string }
  cells: Entry[]
}

export type Entry = Cell & { versions: Versions } & ({ impossible: string } | { checks: Results })

export function readResults(): Compatibility {
  return JSON.parse(readFileSync(RESULTS, "utf8"))
}

/**
 * Writes the results of a run and returns all results. Results of a partial run are merged into those of a run on the
 * same day and machine with the same version. Otherwise nothing is written, and it returns `undefined`.
 */
export function writeResults(run: Compatibility): Compatibility | undefined {
  const { cells, ...conditions } = run
  let all = run
  if (cells.length < CELLS.length) {
    if (!existsSync(RESULTS)) return undefined
    const { cells: recorded, ...recordedConditions } = readResults()
    if (!isDeepStrictEqual(recordedConditions, conditions)) return undefined
    const updated = new Map(cells.map((entry) => [nameOf(entry), entry]))
    all = { ...conditions, cells: recorded.map((entry) => updated.get(nameOf(entry)) ?? entry) }
  }
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 2)}\n`)
  return all
}

/** Returns the failed checks with their reasons. */
export const failures = (entry: Entry): [check: string, reason: string][] =>
  "checks" in entry
    ? Object.entries(entry.checks).filter(([, result]) => result !== "passed" && result !== "not run")
    : []

export const isWorking = (entry: Entry): boolean =>
  "checks" in entry && Object.values(entry.checks).every((result) => result === "passed")
