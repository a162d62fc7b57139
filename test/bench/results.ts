import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"
import type { Machine } from "./machine.ts"
import type { Group } from "./measurement.ts"

/** The measurements, in the order of the run and of the page. */
export const MEASUREMENTS = [
  "sizes",
  "badges",
  "sign-ins",
  "sessions",
  "oauth-client",
  "emulator",
  "footprint",
] as const

export type MeasurementName = (typeof MEASUREMENTS)[number]

export interface Result {
  /** Date of the measurement. */
  date: string
  machine: Machine
  /** Versions of this package and of the packages it is compared with. */
  versions: Record<string, string>
  groups: Group[]
}

export type Results = Partial<Record<MeasurementName, Result>>

export const RESULTS = join(ROOT, "docs/benchmarks/results.json")

export function readResults(): Results {
  return existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {}
}

/** Replaces results in `results.json`, and returns all results. */
export function saveResults(measured: Results): Results {
  const results = { ...readResults(), ...measured }
  const ordered = Object.fromEntries(
    MEASUREMENTS.flatMap((name) => (results[name] ? [[name, results[name]]] : [])),
  )
  mkdirSync(join(RESULTS, ".."), { recursive: true })
  const short = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value
  writeFileSync(RESULTS, `${JSON.stringify(ordered, short, 2)}\n`)
  return readResults()
}
