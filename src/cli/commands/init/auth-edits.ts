import type { AuthConfig, ConfigObject } from "../../auth/auth-config.js"
import type { AuthSetup } from "../../auth/auth-setup.js"
import type { Project } from "../../project/project.js"
import { exportsOf, findBinding } from "../../source/bindings.js"
import { type Edits, hasImport, localNameOf } from "../../source/edits.js"
import type { SourceModule } from "../../source/parse.js"

const PACKAGE = "authjs-bink"
export const TYPES = "authjs-bink/next-auth"

/** Adds Bink to the providers of a config, and `withBink` around it, as far as either is missing. */
export function editAuthConfig(edits: Edits, project: Project, config: AuthConfig): void {
  const provider = config.hasBink ? undefined : addProvider(edits, project, config)
  for (const object of config.wrapped) wrap(edits, project, object, provider)
  if (provider && !config.wrapped.some(({ module }) => module === provider.module)) {
    importNames(edits, provider.module, [provider.name])
  }
}

interface Provider {
  module: SourceModule
  /** Local name of the import. */
  name: string
}

function addProvider(edits: Edits, { nextAuth }: Project, { providers }: AuthConfig): Provider {
  const module =
    providers.kind === "spread" || providers.kind === "missing" ? providers.object.module : providers.module
  const name = localNameOf(module, PACKAGE, "default", ["Bink", "BinkProvider"])
  const element = nextAuth === 5 ? name : `${name}()`
  switch (providers.kind) {
    case "array":
      edits.addElements(module, providers.node, [element])
      break
    case "expression": {
      const { property } = providers
      const { start, end } = property.value
      const needsParentheses = !/^(Identifier|MemberExpression|CallExpression|ArrayExpression)$/.test(
        property.value.type,
      )
      const [open, close] = needsParentheses ? ["(", ")"] : ["", ""]
      if (property.shorthand) edits.insert(module, property.start, "providers: ")
      edits.surround(module, { start, end }, `[${element}, ...${open}`, `${close}]`)
      break
    }
    case "spread": {
      const { node } = providers.object
      const code = `providers: [${element}, ...${providers.source}.providers]`
      const last = node.properties.at(-1)
      if (last) edits.appendProperty(module, node, last, code)
      break
    }
    case "missing":
      edits.addProperty(module, providers.object.node, `providers: [${element}]`)
  }
  return { module, name }
}

function wrap(edits: Edits, project: Project, object: ConfigObject, provider: Provider | undefined): void {
  const { module } = object
  const name = localNameOf(module, PACKAGE, "withBink", ["withBink", "withBinkIdentity"])
  edits.surround(module, rangeOf(object), `${name}(`, ")")
  importNames(edits, module, [...(provider?.module === module ? [provider.name] : []), name], name)
  if (project.typescript && /\.[cm]?tsx?$/.test(module.path) && !hasImport(module, TYPES)) {
    // In a package of a workspace, TypeScript would leave `import type {}` out of the declarations that the app reads.
    if (project.authPackage === project.root) edits.addImport(module, `import type {} from "${TYPES}"`)
    else edits.appendStatement(module, `export type {} from "${TYPES}"`)
  }
}

/** The object with its type: `withBink({ … } satisfies NextAuthConfig)` types the callbacks inside. */
function rangeOf({ module, node, written }: ConfigObject): { start: number; end: number } {
  // An arrow function returns an object in parentheses, which stay outside.
  return module.text[written.start] === "(" ? node : written
}

/** Imports the provider and `withBink` under their local names, unless the file has them. */
function importNames(edits: Edits, module: SourceModule, names: string[], withBink?: string): void {
  const provider = names.find((name) => name !== withBink)
  const needsProvider = provider !== undefined && !hasImport(module, PACKAGE, "default")
  const needsWrapper = withBink !== undefined && !hasImport(module, PACKAGE, "withBink")
  const named = withBink === "withBink" ? "{ withBink }" : `{ withBink as ${withBink} }`
  const parts = [...(needsProvider ? [provider] : []), ...(needsWrapper ? [named] : [])]
  if (parts.length > 0) edits.addImport(module, `import ${parts.join(", ")} from "${PACKAGE}"`)
}

/** How a new route gets the handlers of next-auth 5, or the options of next-auth 4. */
export type Handlers =
  | { kind: "handlers"; module: SourceModule }
  | { kind: "methods"; module: SourceModule }
  | { kind: "default"; module: SourceModule }
  | { kind: "options"; module: SourceModule; name: string }

/** Finds what a new route can import, and exports it if necessary. Returns `undefined` for other code. */
export function exportHandlers(edits: Edits, project: Project, setup: AuthSetup): Handlers | undefined {
  const { call, config } = setup
  if (project.nextAuth === 4)
    return config ? exportOptions(edits, config.wrapped[0] ?? config.object) : undefined
  if (!call) return undefined
  const { module } = call
  const { named } = exportsOf(module)
  if (project.graph.hasExport(module, "handlers")) return { kind: "handlers", module }
  if (named.has("GET") && named.has("POST")) return { kind: "methods", module }
  const target = named.get("default")
  if (target?.kind === "expression" && target.node === call.node) return { kind: "default", module }
  const exported = findDestructuring(module, call.node)
  if (!exported) return undefined
  edits.insert(module, exported.position, exported.isEmpty ? " handlers " : "handlers, ")
  if (!exported.isExported) edits.appendStatement(module, "export { handlers }")
  return { kind: "handlers", module }
}

function exportOptions(edits: Edits, { module, name, node }: ConfigObject): Handlers | undefined {
  const exported = nameOfExport(module, name)
  if (exported) return { kind: "options", module, name: exported }
  const binding = name ? findBinding(module, name, node.start) : undefined
  if (!name || binding?.scope !== module.program) return undefined
  edits.appendStatement(module, `export { ${name} }`)
  return { kind: "options", module, name }
}

/** Returns the name under which a file exports a constant, `default` included. */
export function nameOfExport(module: SourceModule, name: string | undefined): string | undefined {
  for (const [exported, target] of exportsOf(module).named) {
    if (target.kind === "local" && target.name === name) return exported
  }
  return undefined
}

/** Finds `const { auth } = NextAuth(…)`, or `const { auth } = nextAuth`. */
function findDestructuring(module: SourceModule, call: object) {
  for (const statement of module.program.body) {
    const isExported = statement.type === "ExportNamedDeclaration"
    const declaration = isExported ? statement.declaration : statement
    if (declaration?.type !== "VariableDeclaration") continue
    for (const { id, init } of declaration.declarations) {
      if (init !== call || id.type !== "ObjectPattern") continue
      const [first] = id.properties
      return { position: first?.start ?? id.start + 1, isEmpty: !first, isExported }
    }
  }
  return undefined
}
