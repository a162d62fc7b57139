import { stdout } from "node:process"

/** Reports a step of a measurement: its label, its number and the number of steps. */
export type ReportStep = (label: string, step: number, steps: number) => void

const LINE_INTERVAL_MS = 5_000

/**
 * Returns a function that prints "sizes: bundle, step 3 of 14, 12 s". In a terminal it rewrites one line. Elsewhere it
 * prints the first step, the last step, and a line every 5 seconds.
 */
export function createProgress(name: string): ReportStep {
  const start = performance.now()
  let printedAt = Number.NEGATIVE_INFINITY
  return (label, step, steps) => {
    const now = performance.now()
    const line = `  ${name}: ${label}, step ${step} of ${steps}, ${formatElapsed(now - start)}`
    if (stdout.isTTY) {
      stdout.write(`\r\u001b[2K${line}${step === steps ? "\n" : ""}`)
    } else if (step === 1 || step === steps || now - printedAt >= LINE_INTERVAL_MS) {
      console.log(line)
      printedAt = now
    }
  }
}

/** Returns "42 s" or "3 min 05 s". */
export function formatElapsed(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`
}
