import type { Group, Target } from "../measurement.ts"
import { format, ratio } from "../numbers.ts"
import { MEASUREMENTS, type Result, type Results } from "../results.ts"
import { chart, describe } from "./chart.ts"
import { WORDS } from "./words.ts"

/** Every file that is made of the results, by its path in `docs/`: of them, and of nothing else. */
export function filesOf(results: Results): Record<string, string> {
  const files: Record<string, string> = { "benchmarks.md": pageOf(results) }
  for (const [name, { groups }] of entries(results)) {
    files[`benchmarks/${name}.svg`] = chart(WORDS[name].title, groups.filter(isDrawn))
  }
  return files
}

function entries(results: Results) {
  return MEASUREMENTS.flatMap((name) => (results[name] ? [[name, results[name]] as const] : []))
}

const isDrawn = ({ isDetail }: Group) => !isDetail

function pageOf(results: Results): string {
  const sections = entries(results).map(([name, result]) => {
    const { title, lead, method, miss } = WORDS[name]
    const isMissed = result.groups.some(({ targets = [] }) => targets.some(({ isMet }) => !isMet))
    const alt = `${title}. ${describe(result.groups.filter(isDrawn))}`
    return [
      `## ${title}`,
      lead,
      `![${alt}](benchmarks/${name}.svg)`,
      ...result.groups.flatMap((group) => [`### ${group.title}`, tableOf(group)]),
      ...(isMissed && miss ? [miss] : []),
      "How it was measured:",
      method.map((line) => `- ${line}`).join("\n"),
      `Versions: ${Object.entries(result.versions)
        .map((pair) => pair.join(" "))
        .join(", ")}.`,
    ].join("\n\n")
  })
  return `---
title: Benchmarks
description: What authjs-bink costs beside bare code and beside other packages, measured in turns in one run.
---

Everything here was measured by one command, and this page was made of what it wrote. Times are medians of many rounds
in which all take turns, after rounds that only warm up; beside them stands the middle half of the rounds. A ratio is
the median of the ratios within each round, so that a machine that drifts changes neither side. Less is
better in every chart and every ratio.

## Targets

${targetsOf(results)}

${sections.join("\n\n")}

## The machine

${machinesOf(results)}

## Run it again

\`\`\`sh
npm ci
npm run bench                        # everything: prints, and writes this page and its charts
npm run bench -- sizes emulator      # some of it
npm run bench -- --quick             # a few rounds of everything; writes nothing
\`\`\`

It measures ${MEASUREMENTS.map((name) => `\`${name}\``).join(", ")}, and needs npm's registry for what it compares with. The
numbers are in [results.json](benchmarks/results.json).
`
}

function tableOf({ unit, baseline, rate, rows }: Group): string {
  const hasRatio = rows.some((row) => row.ratio)
  const hasMiddle = rows.some((row) => row.middle)
  const titles = [
    "",
    ...(hasRatio ? [`Ratio to ${baseline}`] : []),
    ...(hasMiddle ? ["Median", "Middle half"] : [NAMES[unit]]),
    ...(rate ? [`${rate[0]?.toUpperCase()}${rate.slice(1)} a second`] : []),
  ]
  const lines = rows.map((row) => [
    row.isOurs ? `**${row.name}**` : row.name,
    ...(row.ratio ? [`${ratio(row.ratio.median)}${between(row.ratio.middle, ratio)}`] : hasRatio ? [""] : []),
    format(row.median, unit),
    ...(row.middle ? [row.middle.map((value) => format(value, unit)).join(" – ")] : []),
    ...(rate ? [format(1000 / row.median)] : []),
  ])
  return table(titles, lines)
}

const NAMES: Record<Group["unit"], string> = {
  B: "Size",
  kB: "Size",
  ms: "Time",
  packages: "Packages",
  requests: "Requests",
}

function between(middle: [number, number] | undefined, say: (value: number) => string): string {
  return middle && middle[0] !== middle[1] ? ` (${middle.map(say).join(" – ")})` : ""
}

function targetsOf(results: Results): string {
  const targets = entries(results).flatMap(([, { groups }]) => groups.flatMap((group) => group.targets ?? []))
  const verdict = ({ isMet }: Target) => (isMet ? "met" : "**missed**")
  const lines = targets.map((target) => [
    target.claim,
    format(target.measured, target.unit),
    `${target.isBelow ? "under" : "at most"} ${format(target.limit, target.unit)}`,
    verdict(target),
  ])
  return table(["Target", "Measured", "Limit", ""], lines)
}

function machinesOf(results: Results): string {
  const say = ({ date, machine: m }: Result) => [
    date,
    `${m.cpu}, ${m.cores} cores`,
    m.memory,
    m.os,
    `Node ${m.node}, Chromium ${m.chromium}`,
  ]
  const all = entries(results).map(([name, result]) => ({ title: WORDS[name].title, cells: say(result) }))
  const kinds = [...new Map(all.map(({ cells }) => [cells.join(), cells])).values()]
  const lines = kinds.map((cells) => {
    const alike = all.filter((one) => one.cells.join() === cells.join())
    return [alike.length === all.length ? "Everything" : alike.map(({ title }) => title).join("; "), ...cells]
  })
  return table(["", "Day", "Processor", "Memory", "System", "Run in"], lines, "---")
}

function table(titles: string[], lines: string[][], align = "---:"): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`
  return [row(titles), row(titles.map((_, index) => (index ? align : "---"))), ...lines.map(row)].join("\n")
}
