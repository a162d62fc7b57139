import type {
  AnyNode,
  ClassDeclaration,
  Expression,
  Pattern,
  VariableDeclaration,
  VariableDeclarator,
} from "acorn"
import { childrenOf, type FunctionNode, isFunction, keyOf, type SourceModule } from "./parse.js"

/** What a name refers to in a file. `scope` is the node inside which the name is valid. */
export type Binding = { scope: AnyNode } & (
  | { kind: "import"; source: string; imported: string; isType: boolean }
  | {
      kind: "variable"
      declarator: VariableDeclarator
      declaration: VariableDeclaration
      /** Keys of a destructuring: `["handlers", "GET"]` for `GET` in `const { handlers: { GET } } = …`. */
      keys: string[]
    }
  | { kind: "function"; node: FunctionNode }
  | { kind: "other" }
)

/** The name for everything that a module exports, in `import * as name`. */
export const NAMESPACE = "*"

const cache = new WeakMap<SourceModule, Map<string, Binding[]>>()

/** Returns the binding that a name has at a position, or `undefined` for a global. */
export function findBinding(module: SourceModule, name: string, position: number): Binding | undefined {
  const candidates = (bindingsOf(module).get(name) ?? []).filter(
    ({ scope }) => scope.start <= position && position <= scope.end,
  )
  // The innermost scope is the shortest.
  return candidates.sort((a, b) => lengthOf(a.scope) - lengthOf(b.scope))[0]
}

/** Returns `true` if a file declares or imports the name anywhere. */
export function declares(module: SourceModule, name: string): boolean {
  return bindingsOf(module).has(name)
}

/** Returns all imports of a file with their local names. */
export function importsOf(
  module: SourceModule,
): ({ local: string } & Extract<Binding, { kind: "import" }>)[] {
  return [...bindingsOf(module)].flatMap(([local, bindings]) =>
    bindings.flatMap((binding) => (binding.kind === "import" ? [{ local, ...binding }] : [])),
  )
}

const lengthOf = ({ start, end }: AnyNode) => end - start

function bindingsOf(module: SourceModule): Map<string, Binding[]> {
  const known = cache.get(module)
  if (known) return known
  const bindings = new Map<string, Binding[]>()
  const add = (name: string, binding: Binding) => bindings.set(name, [...(bindings.get(name) ?? []), binding])
  collect(module.program, { block: module.program, function: module.program }, add)
  cache.set(module, bindings)
  return bindings
}

type Add = (name: string, binding: Binding) => void
interface Scopes {
  block: AnyNode
  function: AnyNode
}

function collect(node: AnyNode, scopes: Scopes, add: Add): void {
  if (node.type === "ImportDeclaration") addImports(node, scopes.block, add)
  if (node.type === "VariableDeclaration") {
    const scope = node.kind === "var" ? scopes.function : scopes.block
    for (const declarator of node.declarations) {
      for (const { name, keys } of namesIn(declarator.id)) {
        add(name, { kind: "variable", scope, declaration: node, declarator, keys })
      }
    }
  }
  if (node.type === "FunctionDeclaration" && node.id)
    add(node.id.name, { kind: "function", scope: scopes.block, node })
  if (node.type === "ClassDeclaration") {
    const { id } = node as ClassDeclaration
    if (id) add(id.name, { kind: "other", scope: scopes.block })
  }
  if (isFunction(node)) {
    for (const parameter of node.params) {
      for (const { name } of namesIn(parameter)) add(name, { kind: "other", scope: node })
    }
  }
  const inner = isFunction(node)
    ? { block: node, function: node }
    : /^(BlockStatement|ForStatement|ForInStatement|ForOfStatement)$/.test(node.type)
      ? { ...scopes, block: node }
      : scopes
  for (const child of childrenOf(node)) collect(child, inner, add)
}

function addImports(node: Extract<AnyNode, { type: "ImportDeclaration" }>, scope: AnyNode, add: Add): void {
  const source = String(node.source.value)
  const isTypeImport = importKind(node) === "type"
  for (const specifier of node.specifiers) {
    const imported =
      specifier.type === "ImportDefaultSpecifier"
        ? "default"
        : specifier.type === "ImportNamespaceSpecifier"
          ? NAMESPACE
          : nameOf(specifier.imported)
    const isType = isTypeImport || importKind(specifier) === "type"
    add(specifier.local.name, { kind: "import", scope, source, imported, isType })
  }
}

/** `import type` and `export type`, which acorn's own types do not know. */
export function importKind(node: AnyNode): unknown {
  return (node as { importKind?: unknown; exportKind?: unknown }).importKind
}

function nameOf(node: AnyNode): string {
  return node.type === "Identifier" ? node.name : node.type === "Literal" ? String(node.value) : ""
}

function namesIn(pattern: Pattern | AnyNode, keys: string[] = []): { name: string; keys: string[] }[] {
  switch (pattern.type) {
    case "Identifier":
      return [{ name: pattern.name, keys }]
    case "AssignmentPattern":
      return namesIn(pattern.left, keys)
    case "RestElement":
      return namesIn(pattern.argument, [...keys, "..."])
    case "ArrayPattern":
      return pattern.elements.flatMap((element, index) =>
        element ? namesIn(element, [...keys, String(index)]) : [],
      )
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        property.type === "RestElement"
          ? namesIn(property, keys)
          : namesIn(property.value, [...keys, keyOf(property) ?? "?"]),
      )
    default:
      return []
  }
}

/** What an export of a file refers to: a local name, an expression, or an export of another file. */
export type ExportTarget =
  | { kind: "local"; name: string; position: number }
  | { kind: "expression"; node: Expression | FunctionNode }
  | { kind: "reexport"; source: string; imported: string }

/** The exports of a file. `stars` are the sources of `export * from`. */
export interface Exports {
  named: Map<string, ExportTarget>
  stars: string[]
}

export function exportsOf({ program }: SourceModule): Exports {
  const named = new Map<string, ExportTarget>()
  const stars: string[] = []
  for (const node of program.body) {
    if (node.type === "ExportAllDeclaration") {
      const source = String(node.source.value)
      if (node.exported) named.set(nameOf(node.exported), { kind: "reexport", source, imported: NAMESPACE })
      else stars.push(source)
    }
    if (node.type === "ExportDefaultDeclaration")
      named.set("default", defaultTarget(node.declaration as AnyNode))
    if (node.type === "ExportNamedDeclaration") {
      const local = (name: string): ExportTarget => ({ kind: "local", name, position: node.start })
      for (const specifier of node.specifiers) {
        const name = nameOf(specifier.local)
        const target: ExportTarget = node.source
          ? { kind: "reexport", source: String(node.source.value), imported: name }
          : local(name)
        named.set(nameOf(specifier.exported), target)
      }
      const { declaration } = node
      if (declaration?.type === "VariableDeclaration") {
        for (const { id } of declaration.declarations)
          for (const { name } of namesIn(id)) named.set(name, local(name))
      } else if (declaration?.type === "FunctionDeclaration" && declaration.id) {
        named.set(declaration.id.name, local(declaration.id.name))
      }
    }
  }
  return { named, stars }
}

function defaultTarget(node: AnyNode): ExportTarget {
  if (node.type === "Identifier") return { kind: "local", name: node.name, position: node.start }
  return { kind: "expression", node: node as Expression | FunctionNode }
}
