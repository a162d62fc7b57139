/** What a measurement gives: groups of rows that are compared with each other, and the promises they are held to. */
export interface Measurement {
  /** Of what it measures beside this package. */
  versions: Record<string, string>
  measure(options: { isQuick: boolean }): Promise<Group[]>
}

export type Unit = "B" | "kB" | "ms" | "packages" | "requests"

export interface Group {
  title: string
  unit: Unit
  /** The row that the ratios are to. */
  baseline?: string
  /** What is done once in each `ms`, where that reads better as a number in a second. */
  rate?: string
  /** Whether the page shows it as a table alone, without a chart. */
  isDetail?: boolean
  rows: Row[]
  targets?: Target[]
}

export interface Row {
  name: string
  /** Whether it is this package's. */
  isOurs: boolean
  median: number
  /** The middle half of the rounds, for what differs between them. */
  middle?: [low: number, high: number]
  /** To the baseline of the same round: the median of those, and their middle half. */
  ratio?: { median: number; middle?: [low: number, high: number] }
}

export interface Target {
  claim: string
  measured: number
  limit: number
  unit: Unit | "×"
  /** Under the limit, not at it. */
  isBelow?: boolean
  isMet: boolean
}

export function atMost(limit: number, unit: Target["unit"], claim: string, measured: number): Target {
  return { claim, measured, limit, unit, isMet: measured <= limit }
}

export function below(limit: number, unit: Target["unit"], claim: string, measured: number): Target {
  return { claim, measured, limit, unit, isBelow: true, isMet: measured < limit }
}

/** The ratio of a row to the baseline, for a target. */
export function ratioOf(rows: Row[], name: string): number {
  const ratio = rows.find((row) => row.name === name)?.ratio
  if (!ratio) throw new Error(`No ratio was measured for ${name}.`)
  return ratio.median
}

/** Rows of what is the same in every round. */
export function exactRows(values: Record<string, number>, ours: string[], baseline?: string): Row[] {
  const base = baseline === undefined ? undefined : values[baseline]
  return Object.entries(values).map(([name, median]) => ({
    name,
    isOurs: ours.includes(name),
    median,
    ...(base ? { ratio: { median: median / base } } : undefined),
  }))
}
