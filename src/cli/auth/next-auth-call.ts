import type { AnyNode, CallExpression, Expression } from "acorn"
import { readIfThere } from "../project/files.js"
import { importedFiles } from "../project/resolver.js"
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

const IMPORT = /["']next-auth(\/next)?["']/

/** Returns the calls that are nearest to a file along its imports. Parses only files that import next-auth. */
export function findCallsFrom(start: SourceModule, graph: ModuleGraph): NextAuthCall[] {
  const seen = new Set([start.path])
  let level = [start.path]
  while (level.length > 0 && seen.size <= MAX_FILES) {
    const calls = level.flatMap((path) => findCallsIn(path, graph))
    if (calls.length > 0) return calls
    level = [...new Set(level.flatMap(importedFiles))].filter((path) => !seen.has(path))
    for (const path of level) seen.add(path)
  }
  return []
}

/** Returns `true` if a file, or one that it imports, calls `NextAuth`. */
export function leadsToCall({ path }: SourceModule, graph: ModuleGraph): boolean {
  return [path, ...importedFiles(path)].some((candidate) => findCallsIn(candidate, graph).length > 0)
}

function findCallsIn(path: string, graph: ModuleGraph): NextAuthCall[] {
  const module = IMPORT.test(readIfThere(path)) ? graph.load(path) : undefined
  return module ? findNextAuthCalls(module) : []
}
