/** Writes a page for each public entry of the package, from the TSDoc in `src`, with TypeDoc. */
import { rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Application, type DeclarationReflection, type TypeDocOptions } from "typedoc"
import { MarkdownPageEvent, type PluginOptions } from "typedoc-plugin-markdown"
import { entries } from "./entries.ts"
import { referencePage } from "./reference-page.ts"
import { REFERENCE, ROOT } from "./routes.ts"

const options: Partial<TypeDocOptions & PluginOptions> = {
  plugin: [fileURLToPath(import.meta.resolve("typedoc-plugin-markdown"))],
  tsconfig: join(ROOT, "tsconfig.json"),
  entryPoints: entries.map(({ source }) => source),
  out: join(ROOT, REFERENCE),
  readme: "none",
  logLevel: "Warn",
  router: "module",
  skipErrorChecking: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  // What people call comes before the types it takes. "Variables" are the components.
  groupOrder: ["Variables", "Functions", "Interfaces", "Type Aliases", "Classes", "References"],
  hidePageHeader: true,
  hidePageTitle: true,
  hideBreadcrumbs: true,
  hideGroupHeadings: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  propertyMembersFormat: "table",
  typeDeclarationFormat: "table",
  tableColumnSettings: { hideInherited: true, hideOverrides: true, hideModifiers: true, hideDefaults: true },
}

/** Throws where TypeDoc finds something to complain of, such as a `{@link}` to a name that is not there. */
export async function writeReference(): Promise<void> {
  const folder = join(ROOT, REFERENCE)
  rmSync(folder, { recursive: true, force: true })
  const app = await Application.bootstrapWithPlugins(options)
  const project = await app.convert()
  if (!project) throw new Error("TypeDoc could not read the sources, so there is no reference to write.")
  for (const module of project.children ?? []) {
    if (module.name === "index") module.name = "authjs-bink"
  }
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    const entry = entries.find(({ page: name }) => name === page.model.name)
    if (entry)
      page.contents = referencePage(entry.name, page.model as DeclarationReflection, page.contents ?? "")
  })
  await app.generateOutputs(project)
  // TypeDoc's own table of contents: the menu is the site's.
  rmSync(join(folder, "index.md"), { force: true })
  rmSync(join(folder, "README.md"), { force: true })
  if (app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new Error("TypeDoc complained, see above: the reference would have gaps.")
  }
}

if (import.meta.main) await writeReference()
