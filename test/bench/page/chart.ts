import type { Group, Row } from "../measurement.ts"
import { format, ratio } from "../numbers.ts"

const WIDTH = 480
const MARGIN = 20
const PLOT_WIDTH = WIDTH - 2 * MARGIN
const ROW_HEIGHT = 38
const TITLE_HEIGHT = 40

/** Returns a bar chart as an SVG. It has a background, and follows the colour scheme of the reader's system. */
export function renderChart(title: string, groups: Group[]): string {
  let y = MARGIN
  const parts: string[] = []
  for (const group of groups) {
    parts.push(text(MARGIN, y + 18, escapeXml(group.title), "head"))
    y += TITLE_HEIGHT
    parts.push(...bars(group, y))
    y += group.rows.length * ROW_HEIGHT + 12
  }
  parts.push(text(MARGIN, y + 10, "Lower is better."))
  if (groups.some(({ baseline }) => baseline)) {
    parts.push(`<path d="M${MARGIN + 116.5} ${y - 1}v13" class="base"/>`)
    parts.push(text(MARGIN + 124, y + 10, "baseline of the ratios"))
  }
  if (groups.some(({ rows }) => rows.some(({ middle }) => middle))) {
    parts.push(`<path d="M${MARGIN + 280} ${y + 6}h18" class="spread"/>`)
    parts.push(text(MARGIN + 305, y + 10, "interquartile range"))
  }
  const height = y + 10 + MARGIN
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${height * 1.25}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${escapeXml(title)}</title>
<desc id="desc">${escapeXml(describeGroups(groups))}</desc>
<style>
:root{--page:#fff;--edge:#d1d9e0;--text:#1f2328;--mute:#59636e;--ours:#1f6feb;--bar:#848d97}
@media(prefers-color-scheme:dark){:root{--page:#0d1117;--edge:#3d444d;--text:#f0f6fc;--mute:#9198a1;--ours:#4493f8;--bar:#656c76}}
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--mute);font-variant-numeric:tabular-nums}
.head{font-size:15px;font-weight:600;fill:var(--text)}
.name{fill:var(--text)}
.ours{font-weight:600}
.ratio{fill:var(--text);font-weight:600}
.bar{fill:var(--bar)}
.bar.ours{fill:var(--ours)}
.base{stroke:var(--text);stroke-width:1.5}
.spread{stroke:var(--text);stroke-width:1.5;fill:none}
</style>
<rect x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="var(--page)" stroke="var(--edge)"/>
${parts.join("\n")}
</svg>
`
}

/** Returns the numbers as text, for `alt` and `desc`. */
export function describeGroups(groups: Group[]): string {
  return groups
    .map(({ title, unit, rows }) => `${title}: ${rows.map((row) => describeRow(row, unit)).join(", ")}.`)
    .join(" ")
}

function describeRow({ name, median, ratio: to }: Row, unit: Group["unit"]): string {
  return `${name} ${format(median, unit)}${to ? ` (${ratio(to.median)})` : ""}`
}

function* bars({ rows, unit, baseline }: Group, top: number): Generator<string> {
  const longest = Math.max(...rows.map(({ median, middle }) => middle?.[1] ?? median))
  const x = (value: number) => round(MARGIN + (value / longest) * PLOT_WIDTH)
  const base = rows.find(({ name }) => name === baseline)
  for (const [index, { name, isOurs, median, middle, ratio: to }] of rows.entries()) {
    const y = top + index * ROW_HEIGHT
    const ours = isOurs ? " ours" : ""
    yield text(MARGIN, y + 11, escapeXml(name), `name${ours}`)
    const figures = `${to ? `<tspan class="ratio">${ratio(to.median)}</tspan> · ` : ""}${format(median, unit)}`
    yield text(WIDTH - MARGIN, y + 11, figures, "", "end")
    yield `<rect x="${MARGIN}" y="${y + 17}" width="${round(Math.max(x(median) - MARGIN, 2))}" height="9" rx="2" class="bar${ours}"/>`
    if (base) yield `<path d="M${x(base.median)} ${y + 15}v13" class="base"/>`
    if (middle) yield `<path d="M${x(middle[0])} ${y + 21.5}H${x(middle[1])}" class="spread"/>`
  }
}

function text(x: number, y: number, content: string, name = "", anchor = "start"): string {
  return `<text x="${x}" y="${y}"${name && ` class="${name}"`}${anchor === "end" ? ' text-anchor="end"' : ""}>${content}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escapeXml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}
