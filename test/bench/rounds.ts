import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { Row } from "./measurement.ts"
import type { ReportStep } from "./progress.ts"

/** The cases of a measurement by name. Each call runs the case once and returns the measured value. */
export type Cases = Record<string, () => number | Promise<number>>

export type Samples = Record<string, number[]>

/**
 * Runs every case once per round, so that changes of the machine's speed affect all cases. The order rotates, and every
 * second round runs in reverse. Samples of the warm-up rounds are dropped.
 */
export async function runRounds(
  cases: Cases,
  { rounds, warmUp }: { rounds: number; warmUp: number },
  reportStep: ReportStep,
): Promise<Samples> {
  const names = Object.keys(cases)
  const samples: Samples = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < warmUp + rounds; round++) {
    reportStep(round < warmUp ? "warm-up round" : "round", round + 1, warmUp + rounds)
    const first = round % names.length
    const order = [...names.slice(first), ...names.slice(0, first)]
    for (const name of round % 2 ? order.reverse() : order) {
      collectGarbage()
      const sample = (await cases[name]?.()) as number
      if (round >= warmUp) samples[name]?.push(sample)
    }
  }
  return samples
}

/** Returns rows of medians, and of the ratios to the baseline in the same round. */
export function sampledRows(samples: Samples, baseline: string, ours: string[]): Row[] {
  const base = samples[baseline] as number[]
  return Object.entries(samples).map(([name, times]) => ({
    name,
    isOurs: ours.includes(name),
    ...quartiles(times),
    ratio: quartiles(times.map((time, round) => time / (base[round] as number))),
  }))
}

/** Returns the median, and the first and third quartile. */
function quartiles(numbers: number[]): { median: number; middle: [low: number, high: number] } {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const place = (sorted.length - 1) * share
    const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number]
    return low + (high - low) * (place % 1)
  }
  return { median: at(0.5), middle: [at(0.25), at(0.75)] }
}

setFlagsFromString("--expose-gc")

/** Runs before each sample, so that garbage of one case is not collected during the next one. */
const collectGarbage = runInNewContext("gc") as () => void
