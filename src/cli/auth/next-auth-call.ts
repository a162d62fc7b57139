import type { AnyNode, CallExpression, Expression } from "acorn"
import { findBinding, importsOf } from "../source/bindings.js"
import type { ModuleGraph } from "../source/module-graph.js"
import { type SourceModule, walk } from "../source/parse.js"

/** A call of `NextAuth` in a file. */
export interface NextAuthCall {
  module: SourceModule
  node: CallExpression
  /** The argument with the config. */
  config: Expression
}

const cache = new WeakMap<SourceModule, NextAuthCall[]>()

/** Returns the calls of `NextAuth` in a file, under any local name. */
export function findNextAuthCalls(module: SourceModule): NextAuthCall[] {
  const known = cache.get(module)
  if (known) return known
  const calls: NextAuthCall[] = []
  const mayCall = importsOf(module).some(({ source }) => /^next-auth(\/next)?$/.test(source))
  for (const node of mayCall ? walk(module.program) : []) {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") continue
    if (!isNextAuth(module, node.callee.name, node)) continue
    // NextAuth(config), or in next-auth 4 NextAuth(request, response, config).
    const config = node.arguments.length > 1 ? node.arguments[2] : node.arguments[0]
    if (config && config.type !== "SpreadElement") calls.push({ module, node, config })
  }
  cache.set(module, calls)
  return calls
}

function isNextAuth(module: SourceModule, name: string, node: AnyNode): boolean {
  const binding = findBinding(module, name, node.start)
  return (
    binding?.kind === "import" &&
    /^next-auth(\/next)?$/.test(binding.source) &&
    /^(default|NextAuth)$/.test(binding.imported)
  )
}

/** The most files that are searched for a call. */
const MAX_FILES = 80

/** Returns the calls that are nearest to a file along its imports. */
export function findCallsFrom(start: SourceModule, graph: ModuleGraph): NextAuthCall[] {
  const seen = new Set([start])
  let level = [start]
  while (level.length > 0 && seen.size <= MAX_FILES) {
    const calls = level.flatMap(findNextAuthCalls)
    if (calls.length > 0) return calls
    level = level.flatMap((module) => graph.dependenciesOf(module)).filter((module) => !seen.has(module))
    level = [...new Set(level)]
    for (const module of level) seen.add(module)
  }
  return []
}
