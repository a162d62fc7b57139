/**
 * `npm run fuzz`: plays random responses at every integration, and prints what ends the process, signs in, hangs or leaks.
 *
 *   npm run fuzz                                10,000 responses
 *   npm run fuzz -- --seed 7 --count 500        other responses
 *   npm run fuzz -- --first 4321 --count 1      one response again
 *
 * Exits with status 1 if there is a failure.
 */
import { parseArgs } from "node:util"
import { INTEGRATIONS, playResponses } from "../test/fuzz/play.ts"
import { formatDuration } from "./progress.ts"

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "10000" },
    first: { type: "string", default: "0" },
  },
})
const [seed, count, first] = [values.seed, values.count, values.first].map(Number) as [number, number, number]
if (![seed, count, first].every((value) => Number.isInteger(value) && value >= 0)) {
  console.error("--seed, --count and --first must be whole numbers.")
  process.exit(1)
}

const start = Date.now()
const total = count * (INTEGRATIONS.length + 1)
let done = 0
console.log(
  `Seed ${seed}: responses ${first} to ${first + count - 1} at ${INTEGRATIONS.length} integrations and plain fetch`,
)
const { failures, fatalToFetch, played } = await playResponses({
  seed,
  count,
  first,
  onOutcome() {
    if (++done % 5_000 === 0) console.log(`  ${done} of ${total} (${formatDuration(Date.now() - start)})`)
  },
})
for (const failure of failures) console.log(`  ✗ ${failure}`)
console.log(
  `${fatalToFetch.length} responses end a process with plain fetch: ${fatalToFetch.join(", ") || "none"}`,
)
console.log(`${played} played, ${failures.length} failed in ${formatDuration(Date.now() - start)}`)
if (failures.length > 0) process.exitCode = 1
