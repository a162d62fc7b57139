import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { root } from "../demo-app.ts"
import { CELLS, type Cell, nameOf } from "./cells.ts"
import type { Results } from "./run-cell.ts"
import type { Versions } from "./versions.ts"

const RESULTS = join(root, "docs/compatibility.json")

/** What a run found out: docs/compatibility.json. */
export interface Compatibility {
  /** The version of authjs-bink. */
  package: string
  date: string
  machine: { node: string; system: string; cpus: number; browser: string }
  cells: Entry[]
}

export type Entry = Cell & { versions: Versions } & ({ impossible: string } | { checks: Results })

/**
 * Keeps what a run found, and gives all that is known then. A part of the cells goes in among what a run of the same
 * day, machine and version found, so that the one date and the one machine hold for all; else nothing is kept.
 */
export function keep(ran: Compatibility): Compatibility | undefined {
  const { cells, ...circumstances } = ran
  let all = ran
  if (cells.length < CELLS.length) {
    if (!existsSync(RESULTS)) return undefined
    const { cells: known, ...before } = JSON.parse(readFileSync(RESULTS, "utf8")) as Compatibility
    if (!isDeepStrictEqual(before, circumstances)) return undefined
    const anew = new Map(cells.map((entry) => [nameOf(entry), entry]))
    all = { ...circumstances, cells: known.map((entry) => anew.get(nameOf(entry)) ?? entry) }
  }
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 2)}\n`)
  return all
}

/** The checks that did not pass, and why. */
export const failures = (entry: Entry): [check: string, why: string][] =>
  "checks" in entry
    ? Object.entries(entry.checks).filter(([, result]) => result !== "passed" && result !== "not run")
    : []

export const isWorking = (entry: Entry): boolean =>
  "checks" in entry && Object.values(entry.checks).every((result) => result === "passed")
