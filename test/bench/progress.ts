import { stdout } from "node:process"
import { formatDuration } from "../../scripts/progress.ts"

/** Reports a step of a measurement: its label, its number and the number of steps. */
export type ReportStep = (label: string, step: number, steps: number) => void

const LINE_INTERVAL_MS = 5_000

/**
 * Returns a function that prints "sizes: bundle, step 3 of 14, 0:12". In a terminal it rewrites one line. Elsewhere it
 * prints the first step, the last step, and a line every 5 seconds.
 */
export function createProgress(name: string): ReportStep {
  const start = performance.now()
  let printedAt = Number.NEGATIVE_INFINITY
  return (label, step, steps) => {
    const now = performance.now()
    const line = `  ${name}: ${label}, step ${step} of ${steps}, ${formatDuration(now - start)}`
    if (stdout.isTTY) {
      stdout.write(`\r\u001b[2K${line}${step === steps ? "\n" : ""}`)
    } else if (step === 1 || step === steps || now - printedAt >= LINE_INTERVAL_MS) {
      console.log(line)
      printedAt = now
    }
  }
}
