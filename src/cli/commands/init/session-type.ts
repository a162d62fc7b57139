import { join } from "node:path"
import type { AnyNode } from "acorn"
import { listSources, readIfThere } from "../../project/files.js"
import type { Project } from "../../project/project.js"
import { findBinding } from "../../source/bindings.js"
import type { Edits } from "../../source/edits.js"
import { keyOf, type SourceModule, walk } from "../../source/parse.js"

/** The nodes of TypeScript's types that are read here. acorn has no types for them. */
type TypeNode = AnyNode & {
  types: TypeNode[]
  members: TypeNode[]
  body: { body: TypeNode[]; start: number; end: number }
  id: { name?: string; value?: unknown }
  computed: boolean
  key: AnyNode
  typeAnnotation?: TypeNode
  typeName: AnyNode
  objectType: TypeNode
}

/** Adds `bink` to `user` in an app's own `Session`, which replaces the type that this package extends. */
export function editSessionType(edits: Edits, project: Project): void {
  const { typescript, setup, graph, root, authPackage } = project
  if (!typescript) return
  const paths = authPackage === root ? project.declarations : listSources(authPackage).declarations
  const declarations = paths
    .map((path) => join(authPackage, path))
    .filter((path) => DECLARATION.test(readIfThere(path)))
    .map((path) => graph.load(path))
  const modules = new Set([setup?.module, setup?.call?.module, ...declarations])
  for (const module of modules)
    if (module && DECLARATION.test(module.text)) editModule(edits, project, module)
}

const DECLARATION = /\bdeclare\s+module\s+["'](next-auth|@auth\/core\/types)["']/

function editModule(edits: Edits, { nextAuth }: Project, module: SourceModule): void {
  // Without imports, the file replaces the types of next-auth.
  if (!module.program.body.some(({ type }) => type === "ImportDeclaration")) return
  for (const node of walk(module.program) as Iterable<TypeNode>) {
    if ((node.type as string) !== "TSModuleDeclaration") continue
    if (!/^(next-auth|@auth\/core\/types)$/.test(String(node.id.value))) continue
    const session = [...(walk(node) as Iterable<TypeNode>)].find(
      ({ type, id }) => (type as string) === "TSInterfaceDeclaration" && id.name === "Session",
    )
    if (!session) continue
    const user = session.body.body.find(isProperty("user"))?.typeAnnotation?.typeAnnotation
    const isEdited = user
      ? addBink(edits, module, user, nextAuth)
      : nextAuth === 4 && addUser(edits, module, session)
    if (isEdited) edits.addTypeImport(module, "BinkIdentity", "authjs-bink")
  }
}

/**
 * Adds `user` to a `Session` that has other members. With TypeScript 7 and next-auth 4, such an interface cannot extend
 * the `user` of this package.
 */
function addUser(edits: Edits, module: SourceModule, { body }: TypeNode): boolean {
  if (body.body.length === 0) return false
  edits.appendMember(module, body, body.body, 'user?: DefaultSession["user"] & { bink?: BinkIdentity }')
  if (!findBinding(module, "DefaultSession", body.start))
    edits.addTypeImport(module, "DefaultSession", "next-auth")
  return true
}

const isProperty = (name: string) => (node: TypeNode) =>
  (node.type as string) === "TSPropertySignature" && keyOf(node) === name

/** Returns `false` if the type has `bink`, or if it is too complex to edit. */
function addBink(edits: Edits, module: SourceModule, type: TypeNode, nextAuth: 4 | 5): boolean {
  const kindOf = (node: TypeNode) => node.type as string
  const parts = partsOf(type)
  if (parts.some((part) => hasBink(module, part, nextAuth))) return false
  const literal = parts.find((part) => kindOf(part) === "TSTypeLiteral" && part.members.length > 0)
  if (literal) edits.appendMember(module, literal, literal.members, "bink?: BinkIdentity")
  else if (parts.every((part) => /^TS(TypeReference|IndexedAccessType)$/.test(kindOf(part))))
    edits.insert(module, type.end, " & { bink?: BinkIdentity }")
  else return false
  return true
}

const partsOf = (type: TypeNode) => ((type.type as string) === "TSIntersectionType" ? type.types : [type])

/** next-auth's own `User` has `bink`. In version 5, its `DefaultSession["user"]` is that type. */
function hasBink(module: SourceModule, part: TypeNode, nextAuth: 4 | 5): boolean {
  const isOwn = (name: AnyNode | undefined, pattern: RegExp) => {
    if (name?.type !== "Identifier" || !pattern.test(name.name)) return false
    const binding = findBinding(module, name.name, name.start)
    return !binding || (binding.kind === "import" && /^(next-auth|@auth\/core)(\/|$)/.test(binding.source))
  }
  switch (part.type as string) {
    case "TSTypeLiteral":
      return part.members.some(isProperty("bink"))
    case "TSTypeReference":
      return (
        hasBinkInAlias(module, part, nextAuth) ||
        isOwn(part.typeName, nextAuth === 5 ? /^(User|DefaultUser|AdapterUser)$/ : /^User$/)
      )
    case "TSIndexedAccessType":
      return nextAuth === 5 && isOwn(part.objectType.typeName, /^(Default)?Session$/)
    default:
      return false
  }
}

/** Reads a type of the same file: `type Member = DefaultSession["user"] & { … }`. */
function hasBinkInAlias(module: SourceModule, { typeName }: TypeNode, nextAuth: 4 | 5): boolean {
  if (typeName.type !== "Identifier") return false
  const alias = [...(walk(module.program) as Iterable<TypeNode>)].find(
    ({ type, id }) => (type as string) === "TSTypeAliasDeclaration" && id.name === typeName.name,
  )
  const type = alias?.typeAnnotation
  return type !== undefined && partsOf(type).some((part) => hasBink(module, part, nextAuth))
}
