/**
 * The same text with every comment and string blanked out, character for character: what is left can be searched
 * for code, and positions hold for the original. No parser, since this package has no dependencies; where the code is
 * not as plain as an auth config mostly is, whoever asks finds nothing, and leaves the file alone.
 */
export function maskSource(source: string): string {
  const pattern =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[=(,:[!&|?{};\n]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g
  return source.replace(pattern, (match) => match.replace(/[^\n]/g, " "))
}

/** The position of the bracket that closes the one at `open`, in masked source; -1 where it is never closed. */
export function closingBracket(masked: string, open: number): number {
  let depth = 0
  for (let index = open; index < masked.length; index++) {
    if ("([{".includes(masked[index] ?? " ")) depth++
    if (")]}".includes(masked[index] ?? " ") && --depth === 0) return index
  }
  return -1
}

/** Every match of `pattern` that stands between `from` and `to`, and inside no further bracket there. */
export function matchesAtDepth(masked: string, pattern: RegExp, from: number, to: number): RegExpExecArray[] {
  return [...masked.slice(0, to).matchAll(pattern)].filter((match) => {
    if (match.index < from) return false
    let depth = 0
    for (const character of masked.slice(from, match.index)) {
      if ("([{".includes(character)) depth++
      if (")]}".includes(character)) depth--
    }
    return depth === 0
  })
}

/** Puts texts in at positions of the original. */
export function insertAll(source: string, insertions: { at: number; text: string }[]): string {
  return [...insertions]
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source)
}
