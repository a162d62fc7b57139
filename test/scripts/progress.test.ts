import { setTimeout as sleep } from "node:timers/promises"
import { expect, it } from "vitest"
import { formatDuration, startProgress } from "../../scripts/progress.ts"

function record(isLive: boolean) {
  const written: string[] = []
  const progress = startProgress(2, { isLive, write: (text) => written.push(text) })
  return { progress, text: () => written.join("") }
}

it("prints the number, name and duration of each step as plain lines without a terminal", async () => {
  const { progress, text } = record(false)
  expect(await progress.step("Building the demo", () => 7)).toBe(7)
  await progress.step("Starting", async () => {})
  progress.end("Started")
  expect(text()).toBe(`[1/2] Building the demo …
[1/2] Building the demo (0:00)
[2/2] Starting …
[2/2] Starting (0:00)
Started in 0:00
`)
})

it("prints a failed step and throws its error", async () => {
  const { progress, text } = record(false)
  const failed = progress.step("Building", () => Promise.reject(new Error("No space left")))
  await expect(failed).rejects.toThrow("No space left")
  expect(text()).toContain("[1/2] Building failed (0:00)\n")
})

it("rewrites one line per step on a terminal", async () => {
  const { progress, text } = record(true)
  await progress.step("Building", () => sleep(1_100))
  expect(text()).toBe("[1/2] Building …\r\u001b[K[1/2] Building (0:01)\r\u001b[K[1/2] Building (0:01)\n")
})

it.each([
  [0, "0:00"],
  [59_600, "1:00"],
  [65_000, "1:05"],
  [754_000, "12:34"],
])("formats %i ms as %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})
