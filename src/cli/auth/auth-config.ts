import type { AnyNode, ArrayExpression, Expression, ObjectExpression, Property } from "acorn"
import { findBinding } from "../source/bindings.js"
import { findOwnProperty, type ModuleGraph, type Value } from "../source/module-graph.js"
import { isFunction, literalValue, type SourceModule, unwrap, walk } from "../source/parse.js"

/** An object literal with options of Auth.js. */
export type ConfigObject = Value & { node: ObjectExpression }

/** Where the providers of a config are. */
export type Providers =
  /** An array literal, to which an element can be added. */
  | { kind: "array"; module: SourceModule; node: ArrayExpression }
  /** Another expression, such as a call or an imported name. */
  | { kind: "expression"; module: SourceModule; property: Property }
  /** Part of an object that cannot be read, which is spread into the config. */
  | { kind: "spread"; object: ConfigObject; source: string }
  | { kind: "missing"; object: ConfigObject }

/** A config whose code can be edited. */
export interface AuthConfig {
  object: ConfigObject
  /** The objects that `withBink` goes around. */
  wrapped: ConfigObject[]
  isWrapped: boolean
  providers: Providers
  hasBink: boolean
  /** Options that change addresses. `undefined` if unset, or not a literal. */
  options: {
    basePath?: string
    signInPage?: string
    errorPage?: string
    trustHost: boolean
    hasSecret: boolean
    hasPages: boolean
    /** An adapter without JWT sessions. `false` if the code cannot be read. */
    hasDatabaseSessions: boolean
  }
}

/** Reads the config that an expression refers to. Returns `undefined` for code that is too dynamic to edit. */
export function readAuthConfig(
  graph: ModuleGraph,
  module: SourceModule,
  expression: Expression,
  nextAuth: 4 | 5,
): AuthConfig | undefined {
  const found = findObject(graph, graph.resolve(module, expression))
  return found && describeConfig(graph, found.object, found.isWrapped, nextAuth)
}

export function describeConfig(
  graph: ModuleGraph,
  object: ConfigObject,
  isWrapped: boolean,
  nextAuth: 4 | 5,
): AuthConfig {
  const providers = findProviders(graph, object)
  const inner = objectsToWrap(graph, object, nextAuth).filter((candidate) => !isInsideWithBink(candidate))
  return {
    object,
    wrapped: isWrapped ? [] : inner,
    isWrapped: isWrapped || inner.length === 0,
    providers,
    hasBink: hasBink(graph, providers),
    options: readOptions(graph, object),
  }
}

/** Follows functions and `withBink` to the object literal. */
function findObject(
  graph: ModuleGraph,
  value: Value | undefined,
  isWrapped = false,
  depth = 0,
): { object: ConfigObject; isWrapped: boolean } | undefined {
  if (!value || depth > 10) return undefined
  const { node, module } = value
  if (node.type === "ObjectExpression") {
    return spreadsParameter(module, node) ? undefined : { object: { ...value, node }, isWrapped }
  }
  if (isFunction(node)) return findObject(graph, graph.returnedBy(module, node), isWrapped, depth + 1)
  if (node.type !== "CallExpression") return undefined
  if (isImportOf(module, node.callee, "authjs-bink", "withBink")) {
    const [config] = node.arguments
    return config && config.type !== "SpreadElement"
      ? findObject(graph, graph.resolve(module, config), true, depth + 1)
      : undefined
  }
  if (node.callee.type === "Super") return undefined
  const callee = graph.resolve(module, node.callee)
  return callee && isFunction(callee.node) ? findObject(graph, callee, isWrapped, depth + 1) : undefined
}

/** A function that adds options to its argument does not have the config of the app. */
function spreadsParameter(module: SourceModule, { properties }: ObjectExpression): boolean {
  return properties.some((property) => {
    if (property.type !== "SpreadElement" || property.argument.type !== "Identifier") return false
    return findBinding(module, property.argument.name, property.start)?.kind === "other"
  })
}

/** Returns `true` if an expression is the name of an import. */
export function isImportOf(module: SourceModule, node: AnyNode, source: string, imported: string): boolean {
  if (node.type !== "Identifier") return false
  const binding = findBinding(module, node.name, node.start)
  return binding?.kind === "import" && binding.source === source && binding.imported === imported
}

/**
 * Returns the objects that need `withBink`. `getServerSession(authOptions)` of next-auth 4 needs its callbacks too, so it
 * goes around options that are spread into the config of the route.
 */
function objectsToWrap(graph: ModuleGraph, object: ConfigObject, nextAuth: 4 | 5): ConfigObject[] {
  const spreads = object.node.properties.flatMap((property) => {
    const found =
      property.type === "SpreadElement" && findObject(graph, graph.resolve(object.module, property.argument))
    return found ? [found] : []
  })
  const own = replacesCallbacks(object) ? [object] : []
  if (spreads.some(({ isWrapped }) => isWrapped)) return own
  const shared = spreads.find(({ object: { name } }) => name !== undefined)
  return nextAuth === 4 && shared ? [shared.object, ...own] : [object]
}

/** Returns `true` for a config with its own `jwt` or `session` callback in place of the one of `withBink`. */
function replacesCallbacks({ node }: ConfigObject): boolean {
  const callbacks = findOwnProperty(node, "callbacks")?.value
  if (callbacks?.type !== "ObjectExpression") return callbacks !== undefined
  const hasSpread = callbacks.properties.some(({ type }) => type === "SpreadElement")
  return !hasSpread || ["jwt", "session"].some((name) => findOwnProperty(callbacks, name))
}

function isInsideWithBink({ module, written }: ConfigObject): boolean {
  for (const node of walk(module.program)) {
    if (node.type !== "CallExpression" || !isImportOf(module, node.callee, "authjs-bink", "withBink"))
      continue
    if (node.start <= written.start && written.end <= node.end) return true
  }
  return false
}

function findProviders(graph: ModuleGraph, object: ConfigObject, depth = 0): Providers {
  let unread: string | undefined
  for (const property of object.node.properties.toReversed()) {
    if (property.type === "Property") {
      if (property !== findOwnProperty(object.node, "providers")) continue
      const array = findArray(graph, object.module, property.value)
      return array ? { kind: "array", ...array } : { kind: "expression", module: object.module, property }
    }
    const spread = findObject(graph, graph.resolve(object.module, property.argument))
    const found = spread && depth < 10 ? findProviders(graph, spread.object, depth + 1) : undefined
    if (found && found.kind !== "missing") return found
    if (!spread && /^(Identifier|MemberExpression)$/.test(property.argument.type)) {
      unread ??= object.module.text.slice(property.argument.start, property.argument.end)
    }
  }
  return unread ? { kind: "spread", object, source: unread } : { kind: "missing", object }
}

/** Follows names, functions, and methods such as `filter` to the array literal. */
function findArray(
  graph: ModuleGraph,
  module: SourceModule,
  expression: Expression,
  depth = 0,
): { module: SourceModule; node: ArrayExpression } | undefined {
  const value = depth > 10 ? undefined : graph.resolve(module, expression)
  if (!value) return undefined
  if (value.node.type === "ArrayExpression") return { module: value.module, node: value.node }
  if (value.node.type !== "CallExpression") return undefined
  const { callee } = value.node
  if (callee.type === "MemberExpression" && callee.object.type !== "Super") {
    const method = callee.property.type === "Identifier" ? callee.property.name : ""
    return /^(filter|concat|flat|slice)$/.test(method)
      ? findArray(graph, value.module, callee.object, depth + 1)
      : undefined
  }
  const target = callee.type === "Super" ? undefined : graph.resolve(value.module, callee)
  const returned =
    target && isFunction(target.node) ? graph.returnedBy(target.module, target.node) : undefined
  return returned?.node.type === "ArrayExpression"
    ? { module: returned.module, node: returned.node }
    : undefined
}

function hasBink(graph: ModuleGraph, providers: Providers, depth = 0): boolean {
  if (providers.kind === "expression") return containsBink(providers.module, providers.property.value)
  if (providers.kind !== "array") return false
  const { module, node } = providers
  return node.elements.some((element) => {
    if (!element) return false
    if (containsBink(module, element)) return true
    if (element.type !== "SpreadElement" || depth > 5) return false
    const array = findArray(graph, module, element.argument)
    return array !== undefined && hasBink(graph, { kind: "array", ...array }, depth + 1)
  })
}

function containsBink(module: SourceModule, node: AnyNode): boolean {
  for (const part of walk(node)) {
    if (isImportOf(module, part, "authjs-bink", "default") || isImportOf(module, part, "authjs-bink", "Bink"))
      return true
  }
  return false
}

function readOptions(graph: ModuleGraph, object: ConfigObject): AuthConfig["options"] {
  const pages = findOption(graph, object, "pages")
  const pagesObject = pages && findObject(graph, graph.resolve(pages.module, pages.value))?.object
  const text = (found: Option | undefined) => {
    const value = found && graph.resolve(found.module, found.value)
    const literal = value && !isFunction(value.node) ? literalValue(value.node) : undefined
    return typeof literal === "string" ? literal : undefined
  }
  const basePath = text(findOption(graph, object, "basePath"))
  const signInPage = pagesObject && text(findOption(graph, pagesObject, "signIn"))
  const errorPage = pagesObject && text(findOption(graph, pagesObject, "error"))
  const trustHost = findOption(graph, object, "trustHost")
  const session = findOption(graph, object, "session")
  const sessionObject = session && findObject(graph, graph.resolve(session.module, session.value))?.object
  const strategy = sessionObject && findOption(graph, sessionObject, "strategy")
  return {
    ...(basePath !== undefined && { basePath: basePath.replace(/\/+$/, "") }),
    ...(signInPage !== undefined && { signInPage }),
    ...(errorPage !== undefined && { errorPage }),
    // A computed value is the app's own decision.
    trustHost: trustHost !== undefined && literalValue(unwrap(trustHost.value)) !== false,
    hasSecret: findOption(graph, object, "secret") !== undefined,
    hasPages: pages !== undefined,
    hasDatabaseSessions:
      findOption(graph, object, "adapter") !== undefined &&
      (session === undefined ||
        (sessionObject !== undefined && (strategy === undefined || text(strategy) === "database"))),
  }
}

interface Option {
  module: SourceModule
  value: Expression
}

/** Returns an option of a config, also from objects that are spread into it. */
function findOption(graph: ModuleGraph, object: ConfigObject, name: string, depth = 0): Option | undefined {
  for (const property of object.node.properties.toReversed()) {
    if (property.type === "Property") {
      if (property === findOwnProperty(object.node, name))
        return { module: object.module, value: property.value }
      continue
    }
    const spread = depth < 10 && findObject(graph, graph.resolve(object.module, property.argument))
    const found = spread && findOption(graph, spread.object, name, depth + 1)
    if (found) return found
  }
  return undefined
}
