import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { Row } from "./measurement.ts"

/** What is measured, by name: each call is one try, and says what it took. */
export type Subjects = Record<string, () => number | Promise<number>>

export type Samples = Record<string, number[]>

/**
 * Lets the subjects take turns, so that whatever else the machine does, and however it drifts, meets them all. Each
 * round begins with another one, every second round runs backwards, and the first rounds only warm up.
 */
export async function inTurns(
  subjects: Subjects,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Samples> {
  const names = Object.keys(subjects)
  const samples: Samples = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = round % names.length
    const order = [...names.slice(first), ...names.slice(0, first)]
    for (const name of round % 2 ? order.reverse() : order) {
      collectGarbage()
      const sample = (await subjects[name]?.()) as number
      if (round >= warmUp) samples[name]?.push(sample)
    }
  }
  return samples
}

/** Rows of medians, and of the ratios to the baseline of the same round. */
export function rowsOf(samples: Samples, baseline: string, ours: string[]): Row[] {
  const base = samples[baseline] as number[]
  return Object.entries(samples).map(([name, times]) => ({
    name,
    isOurs: ours.includes(name),
    ...spreadOf(times),
    ratio: spreadOf(times.map((time, round) => time / (base[round] as number))),
  }))
}

/** The median, and the quarters on either side of it. */
export function spreadOf(numbers: number[]): { median: number; middle: [low: number, high: number] } {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const place = (sorted.length - 1) * share
    const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number]
    return low + (high - low) * (place % 1)
  }
  return { median: at(0.5), middle: [at(0.25), at(0.75)] }
}

setFlagsFromString("--expose-gc")

/** What one subject leaves behind is not swept in the next one's time. */
const collectGarbage = runInNewContext("gc") as () => void
