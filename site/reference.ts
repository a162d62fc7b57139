/** Writes the reference from the TSDoc in `src`: a page for each entry of the package, and an index. */
import { rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import {
  Application,
  type Context,
  Converter,
  type DeclarationReflection,
  LiteralType,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
  ReflectionType,
  type TypeDocOptions,
  UnionType,
} from "typedoc"
import type { PluginOptions } from "typedoc-plugin-markdown"
import { ReferenceTheme } from "./reference-theme.ts"
import { entries, REFERENCE, ROOT } from "./routes.ts"

const options: Partial<TypeDocOptions & PluginOptions> = {
  plugin: [fileURLToPath(import.meta.resolve("typedoc-plugin-markdown"))],
  tsconfig: join(ROOT, "tsconfig.json"),
  entryPoints: entries.map(({ source }) => source),
  out: join(ROOT, REFERENCE),
  entryFileName: "index",
  readme: "none",
  logLevel: "Warn",
  router: "module",
  theme: "reference",
  sort: [],
  skipErrorChecking: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  expandObjects: true,
  expandParameters: true,
}

/** @throws if TypeDoc warns, for example about a `{@link}` to an unknown name. */
export async function writeReference(): Promise<void> {
  rmSync(join(ROOT, REFERENCE), { recursive: true, force: true })
  const app = await Application.bootstrapWithPlugins(options)
  app.renderer.defineTheme("reference", ReferenceTheme)
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, simplifyTypes)
  const project = convert(app)
  nameModules(project)
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new Error("TypeDoc warned (see above). Fix the TSDoc comment that it names.")
  }
}

/** Converts until every type of this package that the reference names is exported, or is written out where it is used. */
function convert(app: Application): ProjectReflection {
  const entryPoints = app.getEntryPoints()
  if (!entryPoints) throw new Error("TypeDoc found no entry points.")
  const inlined = new Set<string>()
  app.converter.on(Converter.EVENT_BEGIN, (context) => {
    for (const name of inlined) context.inlineType.add(name)
  })
  while (true) {
    const project = app.converter.convert(entryPoints)
    const names = unexportedTypes(project).filter((name) => !inlined.has(name))
    if (names.length === 0) return project
    for (const name of names) inlined.add(name)
  }
}

/** The types without type arguments that properties and parameters name, and that no entry exports. */
function unexportedTypes(project: ProjectReflection): string[] {
  const names: string[] = []
  for (const reflection of project.getReflectionsByKind(ReflectionKind.Property | ReflectionKind.Parameter)) {
    const { type } = reflection as DeclarationReflection
    type?.visit({
      reference: (reference) => collect(reference),
      union: ({ types }) => types.forEach(collect),
      array: ({ elementType }) => collect(elementType),
      typeOperator: ({ target }) => target.type === "array" && collect(target.elementType),
    })
  }
  return names

  function collect(type: unknown): void {
    if (
      !(type instanceof ReferenceType) ||
      type.reflection ||
      type.typeArguments ||
      type.refersToTypeParameter
    )
      return
    if (type.package === "authjs-bink") names.push(type.name)
  }
}

/** Replaces types that TypeDoc writes too literally. */
function simplifyTypes(context: Context): void {
  const { project } = context
  const checker = context.programs[0]?.getTypeChecker()
  // `(typeof LIST)[number]` is the union of the list's values.
  for (const reflection of project.getReflectionsByKind(
    ReflectionKind.TypeAlias,
  ) as DeclarationReflection[]) {
    const symbol = context.getSymbolFromReflection(reflection)
    const type = symbol && checker?.getDeclaredTypeOfSymbol(symbol)
    if (reflection.type?.type !== "indexedAccess" || !type?.isUnion()) continue
    const values = type.types.filter((member) => member.isStringLiteral())
    reflection.type = new UnionType(values.map(({ value }) => new LiteralType(value)))
  }
  // `typeof fetch` has overloads, which differ between the types of Node.js and of browsers.
  for (const reflection of project.getReflectionsByKind(ReflectionKind.Property) as DeclarationReflection[]) {
    const { name, type } = reflection
    const isOverloaded = type instanceof ReflectionType && (type.declaration.signatures?.length ?? 0) > 1
    if (name === "fetch" && isOverloaded)
      reflection.type = ReferenceType.createBrokenReference("typeof fetch", project, undefined)
  }
}

/** Names each module by its page, which is the path of the file that TypeDoc writes. */
function nameModules(project: ProjectReflection): void {
  for (const module of project.children ?? []) {
    module.name = `api/${module.name === "index" ? "authjs-bink" : module.name}`
  }
}

if (import.meta.main) await writeReference()
