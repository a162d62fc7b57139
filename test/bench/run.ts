/**
 * Measures this package beside others in one run, prints ratios, and writes `docs/benchmarks/` and the page about it.
 *
 *   npm run bench                        everything, some minutes
 *   npm run bench -- sizes emulator      some of it; the other results stay as they are
 *   npm run bench -- --quick             a few rounds of everything, and nothing is written
 */
import { parseArgs } from "node:util"
import manifest from "../../package.json" with { type: "json" }
import { buildPackage } from "../../scripts/demo-app.ts"
import { machine } from "./machine.ts"
import type { Measurement } from "./measurement.ts"
import { writePage } from "./page/write.ts"
import { installPeers } from "./peers.ts"
import { print } from "./print.ts"
import { keepResults, MEASUREMENTS, type Name } from "./results.ts"

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: "boolean" } } })
const unknown = positionals.find((name) => !MEASUREMENTS.includes(name as Name))
if (unknown !== undefined) {
  console.error(`There is no measurement "${unknown}". There are ${MEASUREMENTS.join(", ")}.`)
  process.exit(1)
}
const chosen = positionals.length > 0 ? (positionals as Name[]) : MEASUREMENTS

buildPackage()
installPeers()
for (const name of chosen) {
  console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`)
  const { versions, measure }: Measurement = (await import(`./${name}.ts`)).default
  const groups = await measure({ isQuick: values.quick ?? false })
  for (const group of groups) print(group)
  const date = new Date().toISOString().slice(0, 10)
  const result = {
    date,
    machine: machine(),
    versions: { "authjs-bink": manifest.version, ...versions },
    groups,
  }
  // One by one: what comes after may fail.
  if (!values.quick) writePage(keepResults({ [name]: result }))
}
