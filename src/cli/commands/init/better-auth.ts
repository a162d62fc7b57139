import { join, relative } from "node:path"
import type { CallExpression, ObjectExpression } from "acorn"
import { readCode } from "../../project/files.js"
import type { Project } from "../../project/project.js"
import { importedFiles } from "../../project/resolver.js"
import { findBinding, importsOf } from "../../source/bindings.js"
import { type Edits, hasImport } from "../../source/edits.js"
import { findOwnProperty } from "../../source/module-graph.js"
import { type SourceModule, walk } from "../../source/parse.js"
import type { ManualStep } from "./manual-steps.js"

const PACKAGE = "authjs-bink/better-auth"

/** Adds Bink's plugins to the options of Better Auth. Returns what is left to the developer, if the code is too dynamic. */
export function editBetterAuth(edits: Edits, project: Project): ManualStep | undefined {
  const calls = ofRoute(project, findCalls(project))
  const [call] = calls
  const options = call?.node.arguments[0]
  const value =
    options && options.type !== "SpreadElement" ? project.graph.resolve(call.module, options) : undefined
  if (calls.length !== 1 || value?.node.type !== "ObjectExpression") {
    return manualStep(
      project,
      call?.module,
      calls.length > 1 ? "is one of several files that call betterAuth()" : undefined,
    )
  }
  const { module, node } = value
  if (hasImport(module, PACKAGE)) return undefined
  const plugins = findOwnProperty(node, "plugins")
  const array = plugins && project.graph.resolve(module, plugins.value)
  const generic = findGenericOAuth(module)
  if (generic) {
    const config = findOwnProperty(generic, "config")
    const list = config && project.graph.resolve(module, config.value)
    if (list?.node.type !== "ArrayExpression") return manualStep(project, module)
    edits.addElements(list.module, list.node, ["bink()"])
  }
  const added = [...(generic ? [] : ["genericOAuth({ config: [bink()] })"]), "binkUser()"]
  if (!plugins) edits.addProperty(module, node, `plugins: [${added.join(", ")}]`)
  else if (array?.node.type === "ArrayExpression" && array.module === module)
    edits.addElements(module, array.node, added)
  else return manualStep(project, module)
  edits.addImport(module, `import { bink, binkUser } from "${PACKAGE}"`)
  if (!generic) edits.addNamedImport(module, "genericOAuth", "better-auth/plugins")
  return undefined
}

/** Returns `true` if the app's Better Auth has Bink. */
export function hasBinkPlugin(project: Pick<Project, "root" | "sources" | "graph">): boolean {
  return findCalls(project).some(({ module }) => hasImport(module, PACKAGE))
}

function findCalls({
  root,
  sources,
  graph,
}: Pick<Project, "root" | "sources" | "graph">): { module: SourceModule; node: CallExpression }[] {
  const files = sources.map((path) => join(root, path)).filter((path) => CALL.test(readCode(path)))
  const modules = files.length > 0 ? files : filesOfWorkspace(root, sources)
  return modules
    .map((path) => graph.load(path))
    .filter((module) => module !== undefined)
    .flatMap((module) =>
      callsOf(module, "betterAuth", /^better-auth(\/minimal)?$/).map((node) => ({ module, node })),
    )
}

const CALL = /\bbetterAuth\s*[(<]/

/** Of several calls, returns the one that the app's route imports. */
function ofRoute<Call extends { module: SourceModule }>({ root, sources }: Project, calls: Call[]): Call[] {
  if (calls.length < 2) return calls
  const routes = sources.map((path) => join(root, path)).filter((path) => ROUTE.test(readCode(path)))
  const imported = routes.flatMap(importedFiles)
  const own = calls.filter(({ module }) => imported.includes(module.path))
  return own.length > 0 ? own : calls
}

const ROUTE = /\b(toNextJsHandler|toNodeHandler)\s*\(/

/** The most files that are searched for the call. */
const MAX_FILES = 80

/** Searches the packages of the workspace that the app's auth files import. */
function filesOfWorkspace(root: string, sources: string[]): string[] {
  const files = new Set(sources.filter((path) => /auth/i.test(path)).map((path) => join(root, path)))
  for (const file of files) {
    if (CALL.test(readCode(file))) return [file]
    if (files.size < MAX_FILES) for (const imported of importedFiles(file)) files.add(imported)
  }
  return []
}

function callsOf(module: SourceModule, name: string, source: RegExp): CallExpression[] {
  if (!importsOf(module).some((binding) => source.test(binding.source))) return []
  return [...walk(module.program)].filter((node): node is CallExpression => {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return false
    const binding = findBinding(module, node.callee.name, node.start)
    return binding?.kind === "import" && binding.imported === name && source.test(binding.source)
  })
}

function findGenericOAuth(module: SourceModule): ObjectExpression | undefined {
  const [call] = callsOf(module, "genericOAuth", /^better-auth\/plugins/)
  const [options] = call?.arguments ?? []
  return options?.type === "ObjectExpression" ? options : undefined
}

function manualStep(
  { root }: Project,
  module: SourceModule | undefined,
  cause = "is too dynamic to edit",
): ManualStep {
  return {
    path: module ? relative(root, module.path) : "the file that calls betterAuth()",
    reason: `${cause}. Add these imports, and the two plugins to the plugins of the app's own call:`,
    code: `import { bink, binkUser } from "${PACKAGE}"
import { genericOAuth } from "better-auth/plugins"

plugins: [genericOAuth({ config: [bink()] }), binkUser()],`,
  }
}

/** The button for an app with Better Auth, as code to paste. */
export const BETTER_AUTH_BUTTON = `"use client"
import { SignInWithBinkButton } from "authjs-bink/react"
import { createAuthClient } from "better-auth/react"

const authClient = createAuthClient()

export function SignInWithBink() {
  return (
    <SignInWithBinkButton
      onClick={(event) => {
        event.preventDefault()
        authClient.signIn.social({ provider: "bink", callbackURL: "/" })
      }}
    />
  )
}`
