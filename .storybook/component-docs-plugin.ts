import { join } from "node:path"
import type { TypeNode } from "typescript/unstable/ast"
import { isPropertySignatureDeclaration, isUnionTypeNode } from "typescript/unstable/ast/is"
import { API, type Project } from "typescript/unstable/sync"
import type { Plugin } from "vite"

/** A prop that this package declares. */
export interface PropDocs {
  name: string
  /** The type as the source declares it, without `undefined`. */
  type: string
  description: string
  /** Text of `@default`. Storybook shows no Markdown there. */
  byDefault?: string | undefined
  isRequired: boolean
}

/** What a component's page shows of its JSDoc and of the types of its props. */
export interface ComponentDocs {
  description: string
  props: PropDocs[]
}

const ROOT = join(import.meta.dirname, "..")
const SOURCES = join(ROOT, "src/react")
const CONFIG = join(ROOT, "tsconfig.build.json")
const MODULE = "virtual:component-docs"

/**
 * Provides `virtual:component-docs`: the docs of every export of `authjs-bink/react`, by name. TypeScript reads them,
 * because react-docgen does not see through `Omit`, `Pick` and `forwardRef`. The API is new in TypeScript 7 and may
 * change in a minor version.
 */
export function componentDocs(): Plugin {
  return {
    name: "component-docs",
    resolveId: (id) => (id === MODULE ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return
      const api = new API({ cwd: ROOT })
      try {
        const project = api.updateSnapshot({ openProjects: [CONFIG] }).getProject(CONFIG)
        if (!project) throw new Error(`TypeScript cannot read ${CONFIG}.`)
        for (const file of project.program.getSourceFileNames()) {
          if (file.startsWith(SOURCES)) this.addWatchFile(file)
        }
        return `export default ${JSON.stringify(readDocs(project))}`
      } finally {
        api.close()
      }
    },
  }
}

function readDocs(project: Project): Record<string, ComponentDocs> {
  const { checker, program } = project
  const entry = program.getSourceFile(join(SOURCES, "index.ts"))
  const entrySymbol = entry && checker.getSymbolAtLocation(entry)
  if (!entrySymbol) throw new Error(`TypeScript found no exports in ${SOURCES}/index.ts.`)
  const symbols = new Map(
    checker
      .getExportsOfModule(entrySymbol)
      .map((symbol) => [symbol.name, checker.getAliasedSymbol(symbol)] as const),
  )
  return Object.fromEntries(
    [...symbols].map(([name, symbol]) => [
      name,
      { description: symbol.getDocumentationComment(checker), props: propsOf(`${name}Props`) },
    ]),
  )

  /** The props whose declaration is in this package: those of the interface's own file first, in their order there. */
  function propsOf(interfaceName: string): PropDocs[] {
    const symbol = symbols.get(interfaceName)
    if (!symbol) return []
    const ownFile = symbol.declarations[0]?.path
    return checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
      .flatMap((prop) => {
        const declaration = prop.declarations.find(({ path }) => isOwn(path))
        const node = declaration?.resolve(project)
        return node && isPropertySignatureDeclaration(node) ? [{ prop, node, file: declaration?.path }] : []
      })
      .sort(
        (a, b) =>
          Number(b.file === ownFile) - Number(a.file === ownFile) ||
          `${a.file}`.localeCompare(`${b.file}`) ||
          a.node.pos - b.node.pos,
      )
      .map(({ prop, node }) => ({
        name: prop.name,
        type: textOf(node.type),
        description: prop.getDocumentationComment(checker),
        byDefault: prop
          .getJsDocTags(checker)
          .find((tag) => tag.name === "default")
          ?.text?.replaceAll("`", ""),
        isRequired: !node.postfixToken,
      }))
  }
}

/** TypeScript writes paths in lower case where the file system ignores case. */
const isOwn = (path: string) => path.toLowerCase().startsWith(SOURCES.toLowerCase())

function textOf(type: TypeNode): string {
  const members = (isUnionTypeNode(type) ? [...type.types] : [type])
    .map((member) => member.getText())
    .filter((text) => text !== "undefined")
  // A function type has parentheses in a union only.
  return members.length === 1 ? `${members[0]}`.replace(/^\((.*)\)$/s, "$1") : members.join(" | ")
}
