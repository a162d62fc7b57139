/** The layout of the reference: a page for each entry of the package, and an index of all exports. */
import {
  type Comment,
  type CommentDisplayPart,
  type CommentTag,
  ConditionalType,
  type DeclarationReflection,
  type ParameterReflection,
  type ProjectReflection,
  ReferenceReflection,
  type Reflection,
  ReflectionKind,
  ReflectionType,
  type SignatureReflection,
  type SomeType,
  TupleType,
  UnionType,
} from "typedoc"
import { type MarkdownPageEvent, MarkdownTheme, type MarkdownThemeContext } from "typedoc-plugin-markdown"
import { entries } from "./routes.ts"

export class ReferenceTheme extends MarkdownTheme {
  override render(page: MarkdownPageEvent<Reflection>): string {
    const context = this.getRenderContext(page)
    return page.model.kindOf(ReflectionKind.Project)
      ? indexPage(context, page.model as ProjectReflection)
      : entryPage(context, page.model as DeclarationReflection)
  }
}

const DEFAULTS = ["@default", "@defaultValue"]

/** The longest signature or import that is written in one line. */
const LINE = 90

function indexPage(context: MarkdownThemeContext, project: ProjectReflection): string {
  const order = (module: DeclarationReflection) => entries.indexOf(entryOf(module))
  const modules = (project.children ?? []).toSorted((a, b) => order(a) - order(b))
  const sections = modules.map((module) => {
    const { name, purpose } = entryOf(module)
    return [`## [\`${name}\`](${context.urlTo(module)})`, purpose, exportTable(context, module)]
  })
  return page(
    "API reference",
    "Every export of authjs-bink, by the path it is imported from.",
    sections.flat().filter(isPresent),
  )
}

function exportTable(context: MarkdownThemeContext, module: DeclarationReflection): string | false {
  const { components, functions, types } = exportsOf(module)
  if (isLocales(module)) return `${languages(module).length} languages, from \`ar\` to \`zhTW\`.`
  const own = [...components, ...functions, ...types]
  const rows = own.map((item) => [exportLink(context, item), firstSentence(context, commentOf(item))])
  return rows.length > 0 && table(["Export", "Summary"], rows)
}

function entryPage(context: MarkdownThemeContext, module: DeclarationReflection): string {
  const { name, purpose } = entryOf(module)
  const { components, functions, types, reexports } = exportsOf(module)
  const about = module.comment && context.helpers.getCommentParts(module.comment.summary)
  const values = [...components, ...functions, ...types.filter(isClass)].map((item) => item.name)
  if (isLocales(module)) return page(name, purpose, [about, languageTable(module)])
  return page(name, purpose, [
    values.length > 0 && codeBlock(importText(values, name)),
    about,
    ...withTheirTypes([...components, ...functions], types).map((item) => section(context, item)),
    reexports.length > 0 &&
      `## Also exported\n\n${reexports.map((item) => exportLink(context, item)).join(", ")}.`,
  ])
}

function importText(values: string[], from: string): string {
  const line = `import { ${values.join(", ")} } from "${from}"`
  return line.length <= LINE
    ? line
    : `import {\n${values.map((value) => `  ${value},\n`).join("")}} from "${from}"`
}

function page(title: string, description: string, blocks: (string | false | undefined)[]): string {
  const frontMatter = JSON.stringify({ title, description, tableOfContents: { maxHeadingLevel: 2 } })
  return `---\n${frontMatter}\n---\n\n${blocks.filter(isPresent).join("\n\n")}`
}

function entryOf(module: Reflection) {
  const entry = entries.find(({ route }) => route === `reference/${module.name}`)
  if (!entry) throw new Error(`No entry of the package has the page reference/${module.name}.`)
  return entry
}

/** The exports of an entry by kind, each in the order of the source. Exports of another entry are `reexports`. */
function exportsOf(module: DeclarationReflection) {
  const all = module.children ?? []
  const reexports = all.filter((item) => item.kindOf(ReflectionKind.Reference))
  const own = all.filter((item) => !reexports.includes(item))
  const components = own.filter(isComponent)
  const functions = own.filter((item) => item.kindOf(ReflectionKind.Function) && !components.includes(item))
  const types = own.filter((item) => !components.includes(item) && !functions.includes(item))
  return { components, functions, types, reexports }
}

/** Each function or component, followed by the types that its signature names, then all other types. */
function withTheirTypes(
  values: DeclarationReflection[],
  types: DeclarationReflection[],
): DeclarationReflection[] {
  const left = new Set(types)
  const ordered = values.flatMap((value) => {
    const named = types.filter((type) => left.has(type) && namesIn(value).has(type.name))
    for (const type of named) left.delete(type)
    return [value, ...named]
  })
  return [...ordered, ...left]
}

function namesIn({ type, signatures = [] }: DeclarationReflection): Set<string> {
  const called = signatures.flatMap(({ parameters = [], type }) => [
    ...parameters.map(({ type }) => type),
    type,
  ])
  return new Set([type, ...called].flatMap(wordsOf))
}

function wordsOf(type: SomeType | undefined): string[] {
  return type?.toString().split(/\W+/) ?? []
}

function isClass(item: DeclarationReflection): boolean {
  return item.kindOf(ReflectionKind.Class)
}

function isComponent({ name, type, signatures }: DeclarationReflection): boolean {
  if (name[0] !== name[0]?.toUpperCase()) return false
  const names = wordsOf(signatures?.[0]?.type ?? type)
  return ["ForwardRefExoticComponent", "Element", "ReactElement", "ReactNode"].some((result) =>
    names.includes(result),
  )
}

function section(context: MarkdownThemeContext, item: DeclarationReflection): string {
  if (isComponent(item)) return componentSection(context, item)
  if (item.signatures) return functionSection(context, item, 2, `function ${item.name}`)
  return typeSection(context, item)
}

function componentSection(context: MarkdownThemeContext, item: DeclarationReflection): string {
  const comment = commentOf(item)
  const props = item.signatures?.[0]?.parameters?.[0]?.type
  const propsLink = props ? typePhrase(context, props) : exportLink(context, propsOf(item))
  return [
    `## ${item.name}`,
    codeBlock(`<${item.name} {...props} />`, "tsx"),
    comment && context.helpers.getCommentParts(comment.summary),
    propsLink && `**Props** ${propsLink}`,
    ...tags(context, comment),
  ]
    .filter(isPresent)
    .join("\n\n")
}

/** `ButtonProps` of a `ForwardRefExoticComponent<Omit<ButtonProps, "ref"> & …>`. */
function propsOf(component: DeclarationReflection): DeclarationReflection | undefined {
  const names = namesIn(component)
  const module = component.parent as DeclarationReflection
  return module.children?.find((item) => item.kindOf(ReflectionKind.Interface) && names.has(item.name))
}

function functionSection(
  context: MarkdownThemeContext,
  item: DeclarationReflection,
  level: number,
  head = item.name,
): string {
  const heading = `${"#".repeat(level)} ${item.name}()`
  const signatures = (item.signatures ?? []).map((signature) =>
    [
      codeBlock(signatureText(signature, head)),
      signature.comment && context.helpers.getCommentParts(signature.comment.summary),
      parameterTable(context, signature),
      returns(context, signature),
      ...tags(context, signature.comment),
    ]
      .filter(isPresent)
      .join("\n\n"),
  )
  return [heading, ...signatures].join("\n\n")
}

function signatureText(signature: SignatureReflection, head: string): string {
  const parameters = parametersOf(signature).map(({ name, type }) => `${name}: ${type}`)
  const result = signature.kindOf(ReflectionKind.ConstructorSignature) ? "" : `: ${signature.type}`
  const line = `${head}(${parameters.join(", ")})${result}`
  return line.length <= LINE
    ? line
    : `${head}(\n${parameters.map((parameter) => `  ${parameter},\n`).join("")})${result}`
}

/** The parameters of a call. A rest parameter that is a tuple is as many parameters as the tuple has elements. */
function parametersOf({ parameters = [] }: SignatureReflection) {
  return parameters.flatMap((parameter) => {
    const { comment } = parameter
    const type = parameter.type instanceof ConditionalType ? parameter.type.trueType : parameter.type
    if (parameter.flags.isRest && type instanceof TupleType) {
      return type.elements.map((element) =>
        element.type === "namedTupleMember"
          ? {
              name: element.name + (element.isOptional ? "?" : ""),
              type: element.element as SomeType,
              comment,
            }
          : { name: parameter.name, type: element as SomeType, comment },
      )
    }
    return [{ name: parameterName(parameter), type, comment }]
  })
}

function parameterName({ name, flags, defaultValue }: ParameterReflection): string {
  return (flags.isRest ? "..." : "") + name + (flags.isOptional || defaultValue !== undefined ? "?" : "")
}

function parameterTable(context: MarkdownThemeContext, signature: SignatureReflection): string | false {
  const rows = parametersOf(signature).flatMap(({ name, type, comment }) => [
    [`\`${name}\``, typeCell(context, type), describe(context, comment)],
    ...nestedRows(context, name, type),
  ])
  return rows.length > 0 && table(["Parameter", "Type", "Description"], rows)
}

function returns(
  context: MarkdownThemeContext,
  { type, comment, kind }: SignatureReflection,
): string | false {
  const isNothing = ["void", "Promise<void>"].includes(type?.toString() ?? "void")
  if (isNothing || kind === ReflectionKind.ConstructorSignature) return false
  const text = context.helpers.getCommentParts(comment?.getTag("@returns")?.content ?? [])
  return `**Returns** ${typePhrase(context, type)}${text && `: ${text}`}`
}

function typeSection(context: MarkdownThemeContext, item: DeclarationReflection): string {
  const comment = commentOf(item)
  const members = (item.children ?? []).filter(({ flags }) => !flags.isExternal)
  const constructors = members.filter((member) => member.kindOf(ReflectionKind.Constructor))
  const methods = members.filter((member) => member.kindOf(ReflectionKind.Method))
  const properties = members.filter((member) => !constructors.includes(member) && !methods.includes(member))
  const isDocumented = [...properties, ...methods].some((member) => commentOf(member))
  return [
    `## ${item.name}`,
    item.type && codeBlock(typeAliasText(item)),
    comment && context.helpers.getCommentParts(comment.summary),
    extended(context, item),
    ...constructors.flatMap(({ signatures = [] }) =>
      signatures.map((signature) => codeBlock(signatureText(signature, `new ${item.name}`))),
    ),
    members.length > 0 && !isDocumented && codeBlock(interfaceText(item, members)),
    isDocumented && properties.length > 0 && propertyTable(context, properties),
    ...tags(context, comment),
    ...(isDocumented ? methods.map((method) => functionSection(context, method, 3)) : []),
  ]
    .filter(isPresent)
    .join("\n\n")
}

function typeAliasText({ name, type }: DeclarationReflection): string {
  const line = `type ${name} = ${type}`
  if (line.length <= LINE || !(type instanceof UnionType)) return line
  return `type ${name} =${type.types.map((member) => `\n  | ${member}`).join("")}`
}

/** The declaration of an interface whose members need no description. */
function interfaceText({ name }: DeclarationReflection, members: DeclarationReflection[]): string {
  const lines = members.flatMap((member) =>
    member.signatures
      ? member.signatures.map((signature) => signatureText(signature, member.name))
      : [`${member.name}${member.flags.isOptional ? "?" : ""}: ${member.type}`],
  )
  return `interface ${name} {\n${lines.map((line) => `  ${line}\n`).join("")}}`
}

function extended(
  context: MarkdownThemeContext,
  { extendedTypes = [] }: DeclarationReflection,
): string | false {
  const types = extendedTypes.filter(
    (type) => type.type !== "reference" || type.reflection || type.package !== "authjs-bink",
  )
  return types.length > 0 && `**Extends** ${types.map((type) => typePhrase(context, type)).join(", ")}`
}

function propertyTable(context: MarkdownThemeContext, properties: DeclarationReflection[]): string {
  return table(
    ["Property", "Type", "Description"],
    properties.flatMap((property) => propertyRows(context, property)),
  )
}

function propertyRows(
  context: MarkdownThemeContext,
  property: DeclarationReflection,
  prefix = "",
): string[][] {
  const { flags, type, signatures } = property
  const name = prefix + property.name
  const anchor = prefix ? "" : `<a id="${context.router.getAnchor(property)}"></a>`
  const typeText = signatures ? context.partials.functionType(signatures) : typeCell(context, type)
  const row = [
    `${anchor}\`${name}${flags.isOptional ? "?" : ""}\``,
    typeText,
    describe(context, commentOf(property)),
  ]
  return [row, ...nestedRows(context, name, type)]
}

/** The properties of an object that is declared where it is used. */
function nestedRows(context: MarkdownThemeContext, name: string, type: SomeType | undefined): string[][] {
  const children = type instanceof ReflectionType ? (type.declaration.children ?? []) : []
  return children.flatMap((child) => propertyRows(context, child, `${name.replace("?", "")}.`))
}

/** A type as one piece of code, with a link to the first export that it names. */
function typePhrase(context: MarkdownThemeContext, type: SomeType | undefined): string {
  const names = wordsOf(type)
  const exported = (context.page.project.children ?? []).flatMap(({ children = [] }) => children)
  const target = exported.find(
    (item) => names.includes(item.name) && item.kindOf(ReflectionKind.SomeType) && !isComponent(item),
  )
  const code = `\`${type}\``
  return target ? `[${code}](${context.urlTo(target)})` : code
}

function typeCell(context: MarkdownThemeContext, type: SomeType | undefined): string {
  return type instanceof ReflectionType && type.declaration.children
    ? "`object`"
    : context.partials.someType(type as SomeType)
}

function describe(context: MarkdownThemeContext, comment: Comment | undefined): string {
  if (!comment) return ""
  const text = context.helpers.getCommentParts(comment.summary)
  const more = comment.blockTags.map((tag) => {
    if (DEFAULTS.includes(tag.tag)) return `Default: ${inline(context, tag.content)}.`
    if (tag.tag === "@example") return `Example: ${inline(context, tag.content)}.`
    return tag.tag === "@deprecated" ? `**Deprecated:** ${context.helpers.getCommentParts(tag.content)}` : ""
  })
  return [text, ...more].filter(isPresent).join(" ")
}

/** TypeDoc makes a block of code of a default and an example. In a cell it is inline code, or a phrase. */
function inline(context: MarkdownThemeContext, parts: CommentDisplayPart[]): string {
  return parts
    .map((part) => {
      if (part.kind !== "code" || !part.text.startsWith("```")) return context.helpers.getCommentParts([part])
      const code = part.text.split("\n").slice(1, -1).join(" ").trim()
      const isPhrase = /^[a-z]\S* /i.test(code)
      return isPhrase ? code : `\`${code}\``
    })
    .join("")
    .trim()
}

/** What follows the description: errors, examples, references. */
function tags(context: MarkdownThemeContext, comment: Comment | undefined): string[] {
  const titles: Record<string, string> = {
    "@throws": "Throws",
    "@see": "See",
    "@deprecated": "Deprecated",
    "@remarks": "Remarks",
  }
  const texts = (comment?.blockTags ?? []).filter(({ tag }) => tag in titles)
  const examples = comment?.getTags("@example") ?? []
  return [
    ...texts.map(
      (tag) =>
        `**${titles[tag.tag]}** ${tag.tag === "@throws" ? errors(context, tag) : context.helpers.getCommentParts(tag.content)}`,
    ),
    ...examples.map((tag) => `**Example${tag.name ? `: ${tag.name}` : ""}**\n\n${example(context, tag)}`),
  ]
}

/** `@throws BinkError`, with a link to the class. Each code leads to its section of the Errors page. */
function errors(context: MarkdownThemeContext, { content }: CommentTag): string {
  const project = context.page.project
  const link = (name: string) => exportLink(context, project.getChildByName(["api/authjs-bink", name]))
  const codes = project.getChildByName(["api/authjs-bink", "BinkErrorCode"]) as
    | DeclarationReflection
    | undefined
  const isCode = (text: string) => codes?.type?.toString().includes(`"${text}"`)
  return content
    .map((part, index) => {
      const code = part.text.slice(1, -1)
      if (part.kind === "code" && isCode(code)) return `[\`${code}\`](../../errors.md#${code})`
      const [first = "", ...rest] = part.text.split(" ")
      if (index === 0 && part.kind === "text" && first === "BinkError")
        return `${link(first)} ${rest.join(" ")}`
      return context.helpers.getCommentParts([part])
    })
    .join("")
}

/** Examples without a language are TypeScript to TypeDoc. Those with elements are TSX. */
function example(context: MarkdownThemeContext, { content }: CommentTag): string {
  return content
    .map((part) =>
      part.kind === "code" &&
      part.text.startsWith("```ts\n") &&
      (part.text.includes("/>") || part.text.includes("</"))
        ? part.text.replace("```ts", "```tsx")
        : context.helpers.getCommentParts([part]),
    )
    .join("")
    .trim()
}

function commentOf({ comment, signatures, type }: DeclarationReflection): Comment | undefined {
  const inner = type instanceof ReflectionType ? type.declaration.signatures : undefined
  return comment ?? signatures?.[0]?.comment ?? inner?.[0]?.comment
}

function firstSentence(context: MarkdownThemeContext, comment: Comment | undefined): string {
  const [paragraph = ""] = context.helpers.getCommentParts(comment?.summary ?? []).split("\n\n")
  const [sentence = "", rest] = paragraph.replaceAll("\n", " ").split(". ")
  return rest ? `${sentence}.` : sentence
}

function exportLink(context: MarkdownThemeContext, item: Reflection | undefined): string {
  if (!item) return ""
  const target = item instanceof ReferenceReflection ? item.getTargetReflectionDeep() : item
  return `[\`${item.name}\`](${context.urlTo(target)})`
}

function isLocales(module: DeclarationReflection): boolean {
  return module.name === "api/locales"
}

function languages(module: DeclarationReflection): string[] {
  return (module.children ?? [])
    .filter((item) => item.kindOf(ReflectionKind.Variable))
    .map(({ name }) => name)
}

/** One line for each language, since all of them have the same type. */
function languageTable(module: DeclarationReflection): string {
  const names = new Intl.DisplayNames("en", { type: "language" })
  const rows = languages(module).map((name) => {
    const tag = name.replace(/[A-Z]+$/, "-$&")
    return [`\`${name}\``, `\`${tag}\``, names.of(tag) ?? ""]
  })
  return [
    "Each export is a [`BinkMessages`](react.md#binkmessages) for the `messages` prop of the button and the badge:",
    codeBlock(
      'import { de } from "authjs-bink/locales"\nimport { SignInWithBinkButton } from "authjs-bink/react"\n\n' +
        "export const Button = () => <SignInWithBinkButton messages={de} />",
      "tsx",
    ),
    table(["Export", "Language tag", "Language"], rows),
  ].join("\n\n")
}

function table(headers: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(" | ")} |`
  const isUsed = headers.map((_, index) => rows.some((row) => row[index]))
  const used = (cells: string[]) => cells.filter((_, index) => isUsed[index])
  return [
    line(used(headers)),
    line(used(headers).map(() => "---")),
    ...rows.map((row) => line(used(row))),
  ].join("\n")
}

/** A cell is one line, and a bar in it is escaped once. */
function cell(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("\\|", "|").replaceAll("|", "\\|").trim()
}

function codeBlock(code: string, language = "ts"): string {
  return `\`\`\`${language}\n${code}\n\`\`\``
}

function isPresent(text: string | false | undefined): text is string {
  return Boolean(text)
}
