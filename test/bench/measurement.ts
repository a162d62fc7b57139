import type { ReportStep } from "./progress.ts"

/** A measurement. Each file of this directory that `MEASUREMENTS` names exports one. */
export interface Measurement {
  /** Versions of the packages that this package is compared with. */
  versions: Record<string, string>
  measure(options: MeasureOptions): Promise<Group[]>
}

export interface MeasureOptions {
  /** Run fewer rounds. */
  isQuick: boolean
  reportStep: ReportStep
}

export type Unit = "B" | "kB" | "ms" | "packages" | "requests"

/** Rows that are compared with each other. */
export interface Group {
  title: string
  unit: Unit
  /** Name of the row that the ratios refer to. */
  baseline?: string
  /** Plural noun of the measured operation. With it, the tables also show the operations per second. */
  rate?: string
  /** Leave the group out of the chart. */
  isDetail?: boolean
  rows: Row[]
  targets?: Target[]
}

export interface Row {
  name: string
  /** `true` for an export of this package. */
  isOurs: boolean
  median: number
  /** First and third quartile, for values that differ between rounds. */
  middle?: [low: number, high: number]
  /** Ratio to the baseline in the same round: median and quartiles. */
  ratio?: { median: number; middle?: [low: number, high: number] }
}

/** A limit for a measured value. */
export interface Target {
  claim: string
  measured: number
  limit: number
  unit: Unit | "×"
  /** The value must be less than the limit. By default it may be equal. */
  isBelow?: boolean
  isMet: boolean
}

/** Returns a target that is met if the value is at most the limit. */
export function atMost(limit: number, unit: Target["unit"], claim: string, measured: number): Target {
  return { claim, measured, limit, unit, isMet: measured <= limit }
}

/** Returns a target that is met if the value is less than the limit. */
export function below(limit: number, unit: Target["unit"], claim: string, measured: number): Target {
  return { claim, measured, limit, unit, isBelow: true, isMet: measured < limit }
}

/** Returns the median ratio of a row to the baseline. */
export function ratioOf(rows: Row[], name: string): number {
  const ratio = rows.find((row) => row.name === name)?.ratio
  if (!ratio) throw new Error(`No ratio was measured for ${name}.`)
  return ratio.median
}

/** Returns rows of values that do not differ between rounds. */
export function exactRows(values: Record<string, number>, ours: string[], baseline?: string): Row[] {
  const base = baseline === undefined ? undefined : values[baseline]
  return Object.entries(values).map(([name, median]) => ({
    name,
    isOurs: ours.includes(name),
    median,
    ...(base ? { ratio: { median: median / base } } : undefined),
  }))
}
