/**
 * Compares this package with others, prints the ratios, and writes `docs/benchmarks.md` and `docs/benchmarks/`.
 *
 *   npm run bench                        all measurements, several minutes
 *   npm run bench -- sizes emulator      some measurements; keeps the other results
 *   npm run bench -- --quick             a few rounds of each measurement; writes nothing
 */
import { parseArgs } from "node:util"
import manifest from "../../package.json" with { type: "json" }
import { buildPackage, isPackageOutdated } from "../../scripts/build/package.ts"
import { startProgress } from "../../scripts/progress.ts"
import { describeMachine } from "./machine.ts"
import type { Measurement } from "./measurement.ts"
import { writePage } from "./page/write.ts"
import { installPeers } from "./peers.ts"
import { printGroup } from "./print.ts"
import { createProgress } from "./progress.ts"
import { MEASUREMENTS, type MeasurementName, saveResults } from "./results.ts"

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: "boolean" } } })
const unknown = positionals.find((name) => !MEASUREMENTS.includes(name as MeasurementName))
if (unknown !== undefined) {
  console.error(`Unknown measurement: "${unknown}". Use any of: ${MEASUREMENTS.join(", ")}.`)
  process.exit(1)
}
const names = positionals.length > 0 ? (positionals as MeasurementName[]) : MEASUREMENTS

// Not live, because the measurements print their own steps.
const progress = startProgress(names.length + 2, { isLive: false })
await progress.step("Building the package", async () => {
  if (isPackageOutdated()) await buildPackage()
})
await progress.step("Installing the packages to compare with", installPeers)
for (const name of names) {
  const { versions, measure }: Measurement = (await import(`./${name}.ts`)).default
  const groups = await progress.step(`Measuring ${name}`, () =>
    measure({ isQuick: values.quick ?? false, reportStep: createProgress(name) }),
  )
  for (const group of groups) printGroup(group)
  const result = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    versions: { "authjs-bink": manifest.version, ...versions },
    groups,
  }
  // Save each result, because a later measurement may fail.
  if (!values.quick) writePage(saveResults({ [name]: result }))
}
progress.end("Finished")
