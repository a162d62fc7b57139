import { paint, printable } from "../../terminal.js"

/** A file before and after a change. `before` is `null` for a new file. Paths are relative to the app. */
export interface FileChange {
  path: string
  before: string | null
  after: string
  /** Names of variables whose values are not shown: they would stay in the terminal's scrollback. */
  secrets?: readonly string[]
}

const CONTEXT = 2

/** Returns a change as text: removed and added lines, with the lines around them. */
export function renderDiff({ path, before, after, secrets = [] }: FileChange): string {
  const lines = diffLines(before === null ? [] : splitLines(before), splitLines(after))
  const title = printable(before === null ? `${path} (new)` : path)
  const shown = lines.flatMap((line, index) => {
    const isNear = lines
      .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
      .some(({ sign }) => sign !== " ")
    // Unchanged lines of a file with secrets are secrets too.
    if (!isNear || (secrets.length > 0 && line.sign === " ")) return []
    return [paintLine({ ...line, text: hide(line.text, secrets) })]
  })
  return [paint("bold", title), ...shown].join("\n")
}

function paintLine({ sign, text }: Line): string {
  const line = `  ${sign} ${printable(text.replaceAll("\t", "  "))}`.trimEnd()
  if (sign === " ") return paint("dim", line)
  return paint(sign === "+" ? "green" : "red", line)
}

function hide(line: string, secrets: readonly string[]): string {
  const name = /^(\w+)=./.exec(line)?.[1]
  return name && secrets.includes(name) ? `${name}=••••••••` : line
}

interface Line {
  sign: " " | "+" | "-"
  text: string
}

/** Compares lines by their longest common subsequence. Equal lines at the start and the end are skipped first. */
function diffLines(before: string[], after: string[]): Line[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const shorter = Math.min(before.length, after.length) - start
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const same = (text: string): Line => ({ sign: " ", text })
  return [
    ...before.slice(0, start).map(same),
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ]
}

function diffMiddle(before: string[], after: string[]): Line[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const length = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const cells = lengths[row] as number[]
      cells[column] =
        before[row] === after[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1))
    }
  }
  const lines: Line[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const [old = "", fresh = ""] = [before[row], after[column]]
    if (row < before.length && column < after.length && old === fresh) {
      lines.push({ sign: " ", text: old })
      row++
      column++
    } else if (
      row < before.length &&
      (column === after.length || length(row + 1, column) >= length(row, column + 1))
    ) {
      lines.push({ sign: "-", text: old })
      row++
    } else {
      lines.push({ sign: "+", text: fresh })
      column++
    }
  }
  return lines
}

function splitLines(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/)
  if (lines.at(-1) === "") lines.pop()
  return lines
}
