import { dirname, join, posix, relative } from "node:path"
import type { Project } from "../../project/project.js"
import { withoutExtension } from "../../project/resolver.js"
import { aliasFor, findTsConfig } from "../../project/tsconfig.js"
import { exportsOf, importsOf } from "../../source/bindings.js"

/** Returns the specifier by which a file of the app imports another file: by an alias if the app has one. */
export function importPath(project: Project, from: string, to: string): string {
  const { root, graph, setup } = project
  const target = withoutExtension(to)
  if (relative(root, to).startsWith("..")) {
    // A package of the workspace: the route knows its name.
    const route = setup?.route?.module
    const known =
      route &&
      specifiersOf(route).find((specifier) => !specifier.startsWith(".") && graph.import(route, specifier))
    if (known) return known
  }
  const config = findTsConfig(dirname(join(root, from)))
  const alias = config && aliasFor(config, target)
  if (alias) return alias
  const path = posix.relative(posix.dirname(from), relative(root, target).replaceAll("\\", "/"))
  return path.startsWith(".") ? path : `./${path}`
}

function specifiersOf(module: Parameters<typeof importsOf>[0]): string[] {
  const { named, stars } = exportsOf(module)
  const reexports = [...named.values()].flatMap((target) =>
    target.kind === "reexport" ? [target.source] : [],
  )
  return [...importsOf(module).map(({ source }) => source), ...reexports, ...stars]
}
