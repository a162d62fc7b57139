import type { Group, Target } from "../measurement.ts"
import { format, ratio } from "../numbers.ts"
import { MEASUREMENTS, type Result, type Results } from "../results.ts"
import { describeGroups, renderChart } from "./chart.ts"
import { SECTIONS } from "./sections.ts"

/** Returns the page and its charts by path in `docs/`. The results are the only input. */
export function renderFiles(results: Results): Record<string, string> {
  const files: Record<string, string> = { "benchmarks.md": renderPage(results) }
  for (const [name, { groups }] of entries(results)) {
    files[`benchmarks/${name}.svg`] = renderChart(SECTIONS[name].title, groups.filter(isInChart))
  }
  return files
}

function entries(results: Results) {
  return MEASUREMENTS.flatMap((name) => (results[name] ? [[name, results[name]] as const] : []))
}

function isInChart({ isDetail }: Group): boolean {
  return !isDetail
}

function renderPage(results: Results): string {
  const sections = entries(results).map(([name, result]) => {
    const { title, introduction, method, missed } = SECTIONS[name]
    const isMissed = result.groups.some(({ targets = [] }) => targets.some(({ isMet }) => !isMet))
    const alt = `${title}. ${describeGroups(result.groups.filter(isInChart))}`
    return [
      `## ${title}`,
      introduction,
      `![${alt}](benchmarks/${name}.svg)`,
      ...result.groups.flatMap((group) => [`### ${group.title}`, renderGroup(group)]),
      ...(isMissed && missed ? [missed] : []),
      "Method:",
      method.map((line) => `- ${line}`).join("\n"),
      `Versions: ${Object.entries(result.versions)
        .map((pair) => pair.join(" "))
        .join(", ")}.`,
    ].join("\n\n")
  })
  return `---
title: Benchmarks
description: Bundle size, rendering, sign-in, emulator and install size of authjs-bink, compared with other packages.
---

This page compares authjs-bink with hand-written code and with other packages. \`npm run bench\` measures the numbers and
writes the page.

Times are medians of many rounds after warm-up rounds. Each round runs every case once. The interquartile range is the range
of the middle half of the rounds. A ratio is the median of the ratios within each round, so that changes of the machine's
speed do not affect it. Lower is better in every chart and every ratio.

## Targets

${renderTargets(results)}

${sections.join("\n\n")}

## Machine

${renderMachines(results)}

## Run the benchmarks

\`\`\`sh
npm ci
npm run bench                        # all measurements; writes this page and its charts
npm run bench -- sizes emulator      # some measurements
npm run bench -- --quick             # a few rounds of each measurement; writes nothing
\`\`\`

The measurements are ${MEASUREMENTS.map((name) => `\`${name}\``).join(", ")}. They install the compared packages from the
npm registry. The numbers are in [results.json](benchmarks/results.json).
`
}

function renderGroup({ unit, baseline, rate, rows }: Group): string {
  const hasRatio = rows.some((row) => row.ratio)
  const hasMiddle = rows.some((row) => row.middle)
  const titles = [
    "",
    ...(hasRatio ? [`Ratio to ${baseline}`] : []),
    ...(hasMiddle ? ["Median", "Interquartile range"] : [UNIT_TITLES[unit]]),
    ...(rate ? [`${rate[0]?.toUpperCase()}${rate.slice(1)} per second`] : []),
  ]
  const lines = rows.map((row) => [
    row.isOurs ? `**${row.name}**` : row.name,
    ...(row.ratio ? [`${ratio(row.ratio.median)}${formatRange(row.ratio.middle)}`] : hasRatio ? [""] : []),
    format(row.median, unit),
    ...(row.middle ? [row.middle.map((value) => format(value, unit)).join(" – ")] : []),
    ...(rate ? [format(1000 / row.median)] : []),
  ])
  return renderTable(titles, lines)
}

const UNIT_TITLES: Record<Group["unit"], string> = {
  B: "Size",
  kB: "Size",
  ms: "Time",
  packages: "Packages",
  requests: "Requests",
}

function formatRange(middle: [number, number] | undefined): string {
  return middle && middle[0] !== middle[1] ? ` (${middle.map(ratio).join(" – ")})` : ""
}

function renderTargets(results: Results): string {
  const targets = entries(results).flatMap(([, { groups }]) => groups.flatMap((group) => group.targets ?? []))
  const outcome = ({ isMet }: Target) => (isMet ? "met" : "**missed**")
  const lines = targets.map((target) => [
    target.claim,
    format(target.measured, target.unit),
    `${target.isBelow ? "less than" : "at most"} ${format(target.limit, target.unit)}`,
    outcome(target),
  ])
  return renderTable(["Target", "Measured", "Limit", "Result"], lines)
}

function renderMachines(results: Results): string {
  const describeRun = ({ date, machine: m }: Result) => [
    date,
    `${m.cpu}, ${m.cores} cores`,
    m.memory,
    m.os,
    `Node ${m.node}, Chromium ${m.chromium}`,
  ]
  const all = entries(results).map(([name, result]) => ({
    title: SECTIONS[name].title,
    cells: describeRun(result),
  }))
  const runs = [...new Map(all.map(({ cells }) => [cells.join(), cells])).values()]
  const lines = runs.map((cells) => {
    const measured = all.filter((other) => other.cells.join() === cells.join())
    return [measured.length === all.length ? "All" : measured.map(({ title }) => title).join("; "), ...cells]
  })
  return renderTable(["Measurements", "Date", "Processor", "Memory", "System", "Runtime"], lines, "---")
}

function renderTable(titles: string[], lines: string[][], align = "---:"): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`
  return [row(titles), row(titles.map((_, index) => (index ? align : "---"))), ...lines.map(row)].join("\n")
}
