import { basename, dirname, join, relative } from "node:path"
import type { VariableDeclarator } from "acorn"
import { readIfThere } from "../project/files.js"
import type { Routers } from "../project/routers.js"
import { packageDirectoryOf } from "../project/workspace.js"
import { exportsOf, importsOf } from "../source/bindings.js"
import type { ModuleGraph, Value } from "../source/module-graph.js"
import { type SourceModule, unwrap } from "../source/parse.js"
import { type AuthConfig, describeConfig, readAuthConfig } from "./auth-config.js"
import { type AuthRoute, findAuthRoute } from "./auth-route.js"
import { findCallsFrom, findNextAuthCalls, type NextAuthCall } from "./next-auth-call.js"

/** What an app has of Auth.js. */
export interface AuthSetup {
  route: AuthRoute | undefined
  /** The call of `NextAuth`. */
  call: NextAuthCall | undefined
  config: AuthConfig | undefined
  /** The file that contains the config, or the call if the config is too dynamic. */
  module: SourceModule | undefined
  /** Why the code cannot be edited. */
  problem: Problem | undefined
}

export type Problem =
  /** Two or more calls, of which one cannot be told to be the app's. */
  | { kind: "several-calls"; paths: string[] }
  /** A config that is computed. */
  | { kind: "dynamic"; path: string }
  /** A file with a syntax error, or in CommonJS. */
  | { kind: "unreadable"; path: string }
  /** A route without a call behind it. */
  | { kind: "no-call"; path: string; imports: string[] }

export interface Search {
  root: string
  routers: Routers
  sources: string[]
  graph: ModuleGraph
  nextAuth: 4 | 5
  /** The file that was named by `--config`. */
  file: string | undefined
}

/** Finds the route and the config of Auth.js. Returns `undefined` if the app does not use Auth.js. */
export function findAuthSetup(search: Search): AuthSetup | undefined {
  const { root, routers, graph, file } = search
  const route = findAuthRoute(root, routers, graph)
  if (file) return setupFrom(search, route, file)
  if (!route) return setupWithoutRoute(search)
  if (!route.module) return unclear(route, { kind: "unreadable", path: route.path })
  const calls = findCallsFrom(route.module, graph)
  if (calls.length > 0) return describe(search, route, calls)
  const options = optionsIn(route.module)
  if (options.length > 0) return describeOptions(search, route, options)
  if (isCommonJs(route.module.text)) return unclear(route, { kind: "unreadable", path: route.path })
  const imports = importsOf(route.module).map(({ source }) => source)
  const exported = [...exportsOf(route.module).named.values()].flatMap((target) =>
    target.kind === "reexport" ? [target.source] : [],
  )
  return unclear(route, {
    kind: "no-call",
    path: route.path,
    imports: [...new Set([...imports, ...exported])],
  })
}

function setupFrom(search: Search, route: AuthRoute | undefined, file: string): AuthSetup {
  const module = search.graph.load(file)
  const path = relative(search.root, file)
  if (!module) return unclear(route, { kind: "unreadable", path })
  const own = findNextAuthCalls(module)
  if (own.length > 0) return describe(search, route, own)
  const options = optionsIn(module)
  if (options.length > 0) return describeOptions(search, route, options)
  const calls = findCallsFrom(module, search.graph)
  if (calls.length > 0) return describe(search, route, calls)
  return unclear(route, { kind: "no-call", path, imports: [] })
}

function setupWithoutRoute(search: Search): AuthSetup | undefined {
  const { root, sources, graph } = search
  const candidates = sources
    .map((path) => join(root, path))
    .filter((path) => /["']next-auth(\/[\w/-]+)?["']/.test(readIfThere(path)))
  const modules = candidates.map((path) => graph.load(path)).filter((module) => module !== undefined)
  const calls = modules.flatMap(findNextAuthCalls)
  // The middleware has its own config for the edge runtime.
  const main = calls.filter(({ module }) => !/^(middleware|proxy)\./.test(basename(module.path)))
  if (calls.length > 0) return describe(search, undefined, main.length > 0 ? main : calls)
  const options = modules.flatMap(optionsIn)
  if (options.length > 0) return describeOptions(search, undefined, options)
  const broken = candidates.find((path) => /\bNextAuth\s*\(/.test(readIfThere(path)))
  return broken ? unclear(undefined, { kind: "unreadable", path: relative(root, broken) }) : undefined
}

function describe(search: Search, route: AuthRoute | undefined, calls: NextAuthCall[]): AuthSetup {
  const call = calls.length === 1 ? calls[0] : calls.filter(isMainCall)[0]
  const isClear = calls.length === 1 || calls.filter(isMainCall).length === 1
  if (!call || !isClear) {
    const paths = [...new Set(calls.map(({ module }) => relative(search.root, module.path)))]
    return unclear(route, { kind: "several-calls", paths })
  }
  const config = readAuthConfig(search.graph, call.module, call.config, search.nextAuth)
  if (config) return { route, call, config, module: config.object.module, problem: undefined }
  const problem: Problem = { kind: "dynamic", path: relative(search.root, call.module.path) }
  return { route, call, config: undefined, module: call.module, problem }
}

/** The call from which the route takes its handlers. */
function isMainCall({ module, node }: NextAuthCall): boolean {
  const before = module.text.slice(0, node.start)
  return /\b(handlers|GET)\b[^;=]*=\s*(await\s+)?$/.test(before.slice(-300))
}

function describeOptions(search: Search, route: AuthRoute | undefined, options: Value[]): AuthSetup {
  const [value] = options
  if (options.length !== 1 || value?.node.type !== "ObjectExpression") {
    const paths = [...new Set(options.map(({ module }) => relative(search.root, module.path)))]
    return unclear(route, { kind: "several-calls", paths })
  }
  const object = { ...value, node: value.node }
  const config = describeConfig(search.graph, object, false, search.nextAuth)
  return { route, call: undefined, config, module: value.module, problem: undefined }
}

const unclear = (route: AuthRoute | undefined, problem: Problem): AuthSetup => ({
  route,
  call: undefined,
  config: undefined,
  module: undefined,
  problem,
})

/** Returns the constants of a file that hold options of Auth.js: by their type, or by their providers. */
function optionsIn(module: SourceModule): Value[] {
  const importsProviders = importsOf(module).some(({ source }) => /^next-auth\/providers\//.test(source))
  const found: Value[] = []
  for (const node of module.program.body) {
    if (node.type === "ExportDefaultDeclaration") {
      const expression = unwrap(node.declaration as Parameters<typeof unwrap>[0])
      if (expression.type === "ObjectExpression" && isConfigType(textOf(module, node))) {
        found.push({ module, node: expression, written: node.declaration })
      }
    }
    const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node
    if (declaration?.type !== "VariableDeclaration") continue
    for (const declarator of declaration.declarations) {
      const object = objectOf(declarator)
      if (!object || declarator.id.type !== "Identifier" || !declarator.init) continue
      const isTyped =
        isConfigType(textOf(module, { start: declarator.start, end: object.start })) ||
        isConfigType(textOf(module, { start: object.end, end: declarator.end }))
      const hasProviders = object.properties.some(
        (property) =>
          property.type === "Property" &&
          property.key.type === "Identifier" &&
          property.key.name === "providers",
      )
      if ((isTyped || importsProviders) && hasProviders) {
        found.push({ module, node: object, written: declarator.init, name: declarator.id.name })
      }
    }
  }
  return found
}

function objectOf({ init }: VariableDeclarator) {
  const node = init && unwrap(init)
  return node?.type === "ObjectExpression" ? node : undefined
}

const isConfigType = (text: string) => /\b(NextAuthOptions|AuthOptions|NextAuthConfig)\b/.test(text)

const textOf = ({ text }: SourceModule, { start, end }: { start: number; end: number }) =>
  text.slice(start, end)

function isCommonJs(text: string): boolean {
  return /\b(module\.exports|require\s*\()/.test(text)
}

/** Returns the directory of the package that contains a file: the app, or a package of its workspace. */
export function packageOf(module: SourceModule): string {
  return packageDirectoryOf(module.path) ?? dirname(module.path)
}
