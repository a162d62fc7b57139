import type { AnyNode } from "acorn"
import MagicString from "magic-string"
import { parseText, type SourceModule, walk } from "./parse.js"

/** How code is written. */
export interface CodeStyle {
  quote: '"' | "'"
  semicolons: boolean
  /** One level of indentation. */
  indent: string
  eol: "\n" | "\r\n"
}

/** The style of the templates in this package. */
export const DEFAULT_STYLE: CodeStyle = { quote: '"', semicolons: false, indent: "  ", eol: "\n" }

/** Reads the style of a file. What the file does not show is taken from `fallback`. */
export function styleOf({ text, program }: SourceModule, fallback: CodeStyle = DEFAULT_STYLE): CodeStyle {
  const quotes = program.body.flatMap((node) =>
    "source" in node && node.source?.raw ? [node.source.raw[0]] : [],
  )
  const ends = program.body.filter(takesSemicolon).map((node) => text[node.end - 1] === ";")
  const indent = /\n(\t+|[ ]{2,8})\S/.exec(text.replace(/\/\*[\s\S]*?\*\//g, ""))?.[1]
  return {
    quote: quotes.length === 0 ? fallback.quote : isMost(quotes, "'") ? "'" : '"',
    semicolons: ends.length === 0 ? fallback.semicolons : isMost(ends, true),
    indent: indent === undefined ? fallback.indent : indent.startsWith("\t") ? "\t" : indent,
    eol: eolOf(text) ?? fallback.eol,
  }
}

/** Returns `true` if most of the values are equal to `value`. */
function isMost<T>(values: T[], value: T): boolean {
  return values.filter((candidate) => candidate === value).length * 2 > values.length
}

/** Returns the line ends of a text, or `undefined` for a single line. */
export function eolOf(text: string): CodeStyle["eol"] | undefined {
  const all = text.split("\n").length - 1
  if (all === 0) return undefined
  return (text.split("\r\n").length - 1) * 2 > all ? "\r\n" : "\n"
}

/** Writes code of {@link DEFAULT_STYLE} in another style. `path` selects the syntax. */
export function restyle(code: string, path: string, style: CodeStyle): string {
  const edited = new MagicString(code)
  for (const node of walk(parseText(code, path))) {
    // The declaration inside `export` ends at the same place.
    const isOuter = node.type === "ExportNamedDeclaration" && node.declaration
    if (style.semicolons && !isOuter && takesSemicolon(node) && code[node.end - 1] !== ";") {
      edited.appendLeft(node.end, ";")
    }
    if (
      style.quote === "'" &&
      node.type === "Literal" &&
      node.raw?.startsWith('"') &&
      !/['\\]/.test(node.raw)
    ) {
      // Attributes of JSX keep double quotes, as Prettier and Biome write them.
      if (code[node.start - 1] !== "=") edited.update(node.start, node.end, `'${node.raw.slice(1, -1)}'`)
    }
  }
  return edited
    .toString()
    .replace(/^(?: {2})+/gm, (spaces) => style.indent.repeat(spaces.length / 2))
    .replaceAll("\n", style.eol)
}

function takesSemicolon(node: AnyNode): boolean {
  switch (node.type as string) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "VariableDeclaration":
    case "ExpressionStatement":
    case "ReturnStatement":
    case "TSTypeAliasDeclaration":
      return true
    case "ExportNamedDeclaration": {
      const { declaration } = node as Extract<AnyNode, { type: "ExportNamedDeclaration" }>
      return !declaration || takesSemicolon(declaration)
    }
    case "ExportDefaultDeclaration": {
      const { declaration } = node as Extract<AnyNode, { type: "ExportDefaultDeclaration" }>
      return !/^(Function|Class|TSInterface)Declaration$/.test(declaration.type)
    }
    default:
      return false
  }
}
