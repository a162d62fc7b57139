import type { ArrayExpression, ImportDeclaration } from "acorn"
import MagicString from "magic-string"
import { declares, importKind, importsOf } from "./bindings.js"
import type { SourceModule } from "./parse.js"
import { eolOf, styleOf } from "./style.js"

/** The text of a file before and after its edits. */
export interface EditedFile {
  path: string
  before: string
  after: string
}

/** Changes to the text of files at positions of their syntax trees. All other text stays as it is. */
export class Edits {
  readonly #files = new Map<SourceModule, { text: MagicString; imports: string[] }>()

  /** Inserts text around the range of a node. */
  surround(
    module: SourceModule,
    { start, end }: { start: number; end: number },
    before: string,
    after: string,
  ): void {
    const { text } = this.#open(module)
    text.appendRight(start, before)
    text.appendLeft(end, after)
  }

  insert(module: SourceModule, position: number, added: string): void {
    this.#open(module).text.appendLeft(position, added)
  }

  /** Adds the first elements of an array literal, on their own lines if the others are. */
  addElements(module: SourceModule, array: ArrayExpression, elements: string[]): void {
    const { text } = module
    const inside = array.start + 1
    const lineEnd = text.slice(inside).search(/\r?\n/) + inside
    const restOfLine = text.slice(inside, lineEnd).trim()
    const isMultiline = lineEnd >= inside && lineEnd < array.end && /^(\/\/.*|\/\*.*\*\/)?$/.test(restOfLine)
    const [first] = array.elements
    if (isMultiline) {
      const next = /^[ \t]*(?=\S)/m.exec(text.slice(lineEnd).replace(/^\r?\n/, ""))?.[0] ?? ""
      const isEmpty = /^\s*\]/.test(text.slice(lineEnd))
      const indent = isEmpty ? next + styleOf(module).indent : next
      // An array without elements may end without a comma.
      const lines = elements.map((element) => `${eolOf(text) ?? "\n"}${indent}${element},`)
      this.insert(module, lineEnd, lines.join(""))
    } else if (first) this.insert(module, first.start, `${elements.join(", ")}, `)
    else this.insert(module, inside, elements.join(", "))
  }

  /** Adds the first property of an object literal, on its own line if the others are. */
  addProperty(module: SourceModule, object: { start: number; end: number }, property: string): void {
    const inside = object.start + 1
    const rest = module.text.slice(inside, object.end)
    const [, eol, indent] = /^[ \t]*(\r?\n)([ \t]*)/.exec(rest) ?? []
    if (eol) this.insert(module, inside, `${eol}${indent}${property},`)
    else this.insert(module, inside, /^\s*\}$/.test(rest) ? ` ${property} ` : ` ${property},`)
  }

  /** Adds a property after the last one of an object literal, where it overrides what is spread before it. */
  appendProperty(
    module: SourceModule,
    object: { end: number },
    last: { start: number; end: number },
    property: string,
  ): void {
    const { text } = module
    const rest = text.slice(last.end, object.end)
    const lineStart = text.lastIndexOf("\n", last.start) + 1
    const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? ""
    const isMultiline = rest.includes("\n")
    const comma = /^\s*,/.exec(rest)?.[0]
    const gap = isMultiline ? `${eolOf(text) ?? "\n"}${indent}` : " "
    this.insert(
      module,
      last.end + (comma?.length ?? 0),
      `${comma ? "" : ","}${gap}${property}${isMultiline ? "," : ""}`,
    )
  }

  /** Adds a member after the last one of an object type, and ends it like that one. */
  appendMember(
    module: SourceModule,
    { end }: { end: number },
    members: { start: number; end: number }[],
    member: string,
  ): void {
    const last = members.at(-1)
    if (!last) return
    const { text } = module
    const delimiter = /[;,]$/.exec(text.slice(last.start, last.end))?.[0] ?? ""
    const isMultiline = text.slice(last.end, end).includes("\n")
    const lineStart = text.lastIndexOf("\n", last.start) + 1
    const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? ""
    const gap = isMultiline ? `${eolOf(text) ?? "\n"}${indent}` : delimiter ? " " : "; "
    this.insert(module, last.end, `${gap}${member.replaceAll('"', styleOf(module).quote)}${delimiter}`)
  }

  /** Adds a line with an import. `code` has double quotes and no semicolon. */
  addImport(module: SourceModule, code: string): void {
    const { imports } = this.#open(module)
    if (!imports.includes(code)) imports.push(code)
  }

  /** Adds a name to an import of the same source, else a line with an import. */
  addNamedImport(module: SourceModule, name: string, source: string): void {
    const last = module.program.body
      .filter((node): node is ImportDeclaration => node.type === "ImportDeclaration")
      .filter((node) => node.source.value === source && importKind(node) !== "type")
      .flatMap(({ specifiers }) => specifiers)
      .findLast(({ type }) => type === "ImportSpecifier")
    // A name on its own line is after its indentation.
    const gap = last && (/\r?\n[ \t]+$/.exec(module.text.slice(0, last.start))?.[0] ?? " ")
    if (last) this.insert(module, last.end, `,${gap}${name}`)
    else this.addImport(module, `import { ${name} } from "${source}"`)
  }

  /** Adds an import of a type: to an added import of the same source, else on its own line. */
  addTypeImport(module: SourceModule, name: string, source: string): void {
    const { imports } = this.#open(module)
    const index = imports.findIndex((code) => code.includes(", {") && code.endsWith(` from "${source}"`))
    if (index < 0) this.addImport(module, `import type { ${name} } from "${source}"`)
    else imports[index] = (imports[index] as string).replace("{ ", `{ type ${name}, `)
  }

  /** Adds a statement at the end of a file. */
  appendStatement(module: SourceModule, code: string): void {
    const { text } = module
    const eol = eolOf(text) ?? "\n"
    const { quote, semicolons } = styleOf(module)
    const gap = text.endsWith("\n") ? eol : eol + eol
    this.insert(module, text.length, `${gap}${code.replaceAll('"', quote)}${semicolons ? ";" : ""}${eol}`)
  }

  /** Returns the files that changed. */
  finish(): EditedFile[] {
    for (const [module, { text, imports }] of this.#files) {
      const { quote, semicolons, eol } = styleOf(module)
      const lines = imports.map((code) => `${code.replaceAll('"', quote)}${semicolons ? ";" : ""}${eol}`)
      const { position, isAfter } = importPosition(module)
      const added = isAfter ? lines.map((line) => eol + line.slice(0, -eol.length)).join("") : lines.join("")
      if (lines.length > 0) text.appendRight(position, added)
    }
    return [...this.#files]
      .map(([{ path, text: before }, { text }]) => ({ path, before, after: text.toString() }))
      .filter(({ before, after }) => before !== after)
  }

  #open(module: SourceModule): { text: MagicString; imports: string[] } {
    const known = this.#files.get(module)
    if (known) return known
    const opened = { text: new MagicString(module.text), imports: [] }
    this.#files.set(module, opened)
    return opened
  }
}

/** New imports go before the first import with names: imports for side effects stay first. */
function importPosition({ program, text }: SourceModule): { position: number; isAfter: boolean } {
  const imports = program.body.filter((node): node is ImportDeclaration => node.type === "ImportDeclaration")
  const named = imports.find(({ specifiers }) => specifiers.length > 0)
  if (named) return { position: named.start, isAfter: false }
  const last = imports.at(-1)
  if (last) return { position: last.end, isAfter: true }
  const first = program.body.find((node) => !("directive" in node))
  return { position: first?.start ?? text.length, isAfter: false }
}

/** Returns a name for an import that the file does not use yet: the local name of the same import if it is there. */
export function localNameOf(module: SourceModule, source: string, imported: string, names: string[]): string {
  const existing = importsOf(module).find(
    (binding) => binding.source === source && binding.imported === imported && !binding.isType,
  )
  return existing?.local ?? names.find((name) => !declares(module, name)) ?? `${names[0]}1`
}

/** Returns `true` if a file imports a value from a source under its imported name, or anything from a source at all. */
export function hasImport(module: SourceModule, source: string, imported?: string): boolean {
  if (imported === undefined) {
    return module.program.body.some((node) => "source" in node && node.source?.value === source)
  }
  return importsOf(module).some(
    (binding) => binding.source === source && binding.imported === imported && !binding.isType,
  )
}
