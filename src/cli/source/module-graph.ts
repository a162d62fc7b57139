import type { AnyNode, Expression, ObjectExpression, Property } from "acorn"
import { resolveImport } from "../project/resolver.js"
import { type Binding, exportsOf, findBinding, NAMESPACE } from "./bindings.js"
import {
  childrenOf,
  type FunctionNode,
  isFunction,
  keyOf,
  parseFile,
  type SourceModule,
  unwrap,
} from "./parse.js"

/** A value in the source code: the expression without type wrappers, and as it is written. */
export interface Value {
  module: SourceModule
  node: Expression | FunctionNode
  /** The expression with `as`, `satisfies` and parentheses. */
  written: AnyNode
  /** The name of the constant that holds the value. */
  name?: string
}

/** The source files of a project, parsed when they are first used. */
export class ModuleGraph {
  readonly #modules = new Map<string, SourceModule | undefined>()

  /** Returns a file, or `undefined` if it cannot be parsed. */
  load(path: string): SourceModule | undefined {
    if (!this.#modules.has(path)) this.#modules.set(path, parseFile(path))
    return this.#modules.get(path)
  }

  /** Returns the file that a module imports, or `undefined` for an installed package. */
  import(module: SourceModule, specifier: string): SourceModule | undefined {
    const path = resolveImport(specifier, module.path)
    return path === undefined ? undefined : this.load(path)
  }

  /** Returns the binding behind an export, through re-exports. */
  resolveExport(module: SourceModule, name: string, depth = 0): Value | Declaration | undefined {
    if (depth > 20) return undefined
    const { named, stars } = exportsOf(module)
    const target = named.get(name)
    if (target?.kind === "expression") {
      return this.resolve(module, target.node as Expression, depth + 1) ?? undefined
    }
    if (target?.kind === "reexport") {
      const next = this.import(module, target.source)
      return next && target.imported !== NAMESPACE
        ? this.resolveExport(next, target.imported, depth + 1)
        : undefined
    }
    if (target) return this.#resolveName(module, target.name, target.position, depth + 1)
    if (name === "default") return undefined
    for (const star of stars) {
      const next = this.import(module, star)
      const found = next && this.resolveExport(next, name, depth + 1)
      if (found) return found
    }
    return undefined
  }

  /** Returns `true` if a module exports the name, itself or through re-exports. */
  hasExport(module: SourceModule, name: string): boolean {
    const { named, stars } = exportsOf(module)
    if (named.has(name)) return true
    return stars.some((star) => {
      const next = this.import(module, star)
      return next !== undefined && next !== module && this.hasExport(next, name)
    })
  }

  /** Returns the value of an expression: constants and imports are followed. */
  resolve(module: SourceModule, expression: Expression, depth = 0): Value | undefined {
    const found = this.#resolveExpression(module, expression, depth)
    return found && "node" in found ? found : undefined
  }

  #resolveExpression(
    module: SourceModule,
    expression: Expression,
    depth: number,
  ): Value | Declaration | undefined {
    const node = unwrap(expression)
    if (depth > 20) return undefined
    if (node.type === "AwaitExpression") return this.#resolveExpression(module, node.argument, depth + 1)
    if (node.type === "Identifier") return this.#resolveName(module, node.name, node.start, depth + 1)
    if (node.type === "MemberExpression") return this.#resolveMember(module, node, depth + 1)
    return { module, node, written: expression }
  }

  #resolveMember(
    module: SourceModule,
    node: Extract<Expression, { type: "MemberExpression" }>,
    depth: number,
  ): Value | Declaration | undefined {
    const key = keyOf({ computed: node.computed, key: node.property })
    if (!key || node.object.type === "Super") return undefined
    if (node.object.type === "Identifier") {
      const binding = findBinding(module, node.object.name, node.start)
      if (binding?.kind === "import" && binding.imported === NAMESPACE) {
        const next = this.import(module, binding.source)
        return next && this.resolveExport(next, key, depth)
      }
    }
    const object = this.resolve(module, node.object, depth)
    if (object?.node.type !== "ObjectExpression") return undefined
    const property = findOwnProperty(object.node, key)
    return property && this.#resolveExpression(object.module, property.value, depth)
  }

  #resolveName(
    module: SourceModule,
    name: string,
    position: number,
    depth: number,
  ): Value | Declaration | undefined {
    const binding = findBinding(module, name, position)
    if (!binding) return undefined
    if (binding.kind === "import") {
      const next = this.import(module, binding.source)
      return next && this.resolveExport(next, binding.imported, depth + 1)
    }
    if (binding.kind === "function") return { module, node: binding.node, written: binding.node, name }
    if (binding.kind !== "variable") return undefined
    const { init } = binding.declarator
    if (!init || binding.keys.length > 0 || isReassigned(module, name, binding))
      return { module, binding, name }
    const found = this.#resolveExpression(module, init, depth + 1)
    // A name of the same file is the one to import.
    return found && "node" in found && found.module === module && unwrap(init) === found.node
      ? { ...found, name }
      : found
  }

  /** Returns the value that a function returns, if it has one `return`. */
  returnedBy(module: SourceModule, node: FunctionNode | Expression): Value | undefined {
    if (!isFunction(node)) return undefined
    if (node.body.type !== "BlockStatement") return this.resolve(module, node.body)
    const returned = returnsOf(node.body)
    const [only] = returned
    return returned.length === 1 && only ? this.resolve(module, only) : undefined
  }
}

/** A name without a value that can be read: a part of a destructuring, or a variable that changes. */
export interface Declaration {
  module: SourceModule
  binding: Extract<Binding, { kind: "variable" }>
  name: string
}

/** Returns the last property of that name in an object literal, without spreads. */
export function findOwnProperty(object: ObjectExpression, name: string): Property | undefined {
  return object.properties.findLast(
    (property): property is Property => property.type === "Property" && keyOf(property) === name,
  )
}

function returnsOf(node: AnyNode): Expression[] {
  if (node.type === "ReturnStatement") return node.argument ? [node.argument] : []
  if (isFunction(node)) return []
  return childrenOf(node).flatMap(returnsOf)
}

function isReassigned(
  module: SourceModule,
  name: string,
  binding: Extract<Binding, { kind: "variable" }>,
): boolean {
  if (binding.declaration.kind === "const") return false
  return new RegExp(`\\b${name.replaceAll("$", "\\$")}\\s*=[^=>]`, "g").test(
    module.text.slice(0, binding.declarator.start) + module.text.slice(binding.declarator.end),
  )
}
