import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../scripts/demo-app.ts"
import type { Machine } from "./machine.ts"
import type { Group } from "./measurement.ts"

/** In the order in which they are run and shown. */
export const MEASUREMENTS = ["sizes", "badges", "sign-ins", "emulator", "footprint"] as const

export type Name = (typeof MEASUREMENTS)[number]

export interface Result {
  /** The day it was measured. */
  date: string
  machine: Machine
  /** Of this package and of all that it was measured with. */
  versions: Record<string, string>
  groups: Group[]
}

export type Results = Partial<Record<Name, Result>>

export const RESULTS = join(root, "docs/benchmarks/results.json")

export function readResults(): Results {
  return existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {}
}

/** Puts what was measured in the place of what was known of it, and leaves the rest. */
export function keepResults(measured: Results): Results {
  const known = { ...readResults(), ...measured }
  const ordered = Object.fromEntries(
    MEASUREMENTS.flatMap((name) => (known[name] ? [[name, known[name]]] : [])),
  )
  mkdirSync(join(RESULTS, ".."), { recursive: true })
  const short = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value
  writeFileSync(RESULTS, `${JSON.stringify(ordered, short, 2)}\n`)
  return readResults()
}
