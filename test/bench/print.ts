import type { Group } from "./measurement.ts"
import { format, ratio } from "./numbers.ts"

/** Prints a group as a table, ratios first, and its targets. */
export function printGroup({ title, unit, baseline, rate, rows, targets = [] }: Group): void {
  console.log(`\n${title}${baseline ? ` (ratio to ${baseline})` : ""}`)
  const table = rows.map((row) => [
    row.ratio ? ratio(row.ratio.median) : "",
    row.ratio?.middle ? row.ratio.middle.map(ratio).join(" to ") : "",
    format(row.median, unit),
    row.middle ? row.middle.map((value) => format(value, unit)).join(" to ") : "",
    rate ? `${format(1000 / row.median)} ${rate} per second` : "",
    row.name,
  ])
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? []
  for (const cells of table) {
    const padded = cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).slice(0, -1)
    console.log(`  ${[...padded.filter((_, column) => widths[column]), cells.at(-1)].join("   ")}`)
  }
  for (const { claim, measured, limit, unit, isMet } of targets) {
    console.log(
      `  ${isMet ? "met   " : "missed"} ${claim}: ${format(measured, unit)} (limit ${format(limit, unit)})`,
    )
  }
}
