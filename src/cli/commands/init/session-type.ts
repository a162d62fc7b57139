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

/** An app's own `Session`. It replaces the `user` that this package extends. */
interface OwnSession {
  module: SourceModule
  session: TypeNode
  /** The type of `user`, or `undefined` if the app declares other members only. */
  user: TypeNode | undefined
}

/** Adds `bink` to `user` in an app's own `Session`, which replaces the type that this package extends. */
export function editSessionType(edits: Edits, project: Project): void {
  for (const { module, session, user } of ownSessions(project)) {
    const isEdited = user
      ? addBink(edits, module, user, project.nextAuth)
      : project.nextAuth === 4 && addUser(edits, module, session)
    if (isEdited) edits.addTypeImport(module, "BinkIdentity", "authjs-bink")
  }
}

/** Returns `false` if an app's own type of `session.user` may have no `name`. */
export function hasUserName(project: Project): boolean {
  return ownSessions(project).every(
    ({ module, user }) =>
      !user || partsOf(user).some((part) => hasProperty(module, part, "name", hasNextAuthUser)),
  )
}

function ownSessions(project: Project): OwnSession[] {
  const { typescript, setup, graph, root, authPackage } = project
  if (!typescript) return []
  const paths = authPackage === root ? project.declarations : listSources(authPackage).declarations
  const declarations = paths
    .map((path) => join(authPackage, path))
    .filter((path) => DECLARATION.test(readIfThere(path)))
    .map((path) => graph.load(path))
  const modules = new Set([setup?.module, setup?.call?.module, ...declarations])
  return [...modules].flatMap((module) => (module && DECLARATION.test(module.text) ? sessionsIn(module) : []))
}

const DECLARATION = /\bdeclare\s+module\s+["'](next-auth|@auth\/core\/types)["']/

function sessionsIn(module: SourceModule): OwnSession[] {
  // Without imports, the file replaces the types of next-auth.
  if (!module.program.body.some(({ type }) => type === "ImportDeclaration")) return []
  return typeNodes(module.program).flatMap((node) => {
    if ((node.type as string) !== "TSModuleDeclaration") return []
    if (!/^(next-auth|@auth\/core\/types)$/.test(String(node.id.value))) return []
    const session = typeNodes(node).find(
      ({ type, id }) => (type as string) === "TSInterfaceDeclaration" && id.name === "Session",
    )
    if (!session) return []
    const user = session.body.body.find(isProperty("user"))?.typeAnnotation?.typeAnnotation
    return [{ module, session, user }]
  })
}

const typeNodes = (node: AnyNode) => [...(walk(node) as Iterable<TypeNode>)]

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

/** Returns `false` if nothing is missing. */
function addBink(edits: Edits, module: SourceModule, type: TypeNode, nextAuth: 4 | 5): boolean {
  const kindOf = (node: TypeNode) => node.type as string
  if (kindOf(type) === "TSParenthesizedType") return addBink(edits, module, innerType(type), nextAuth)
  // A user or `null`: `&` would leave only the user.
  if (kindOf(type) === "TSUnionType")
    return type.types.map((member) => addBink(edits, module, member, nextAuth)).includes(true)
  if (/^TS(Null|Undefined|Any|Never)Keyword$/.test(kindOf(type))) return false
  const parts = partsOf(type)
  const isExtended = nextAuth === 5 ? hasNextAuthUser : (name: string) => name === "User"
  if (parts.some((part) => hasProperty(module, part, "bink", isExtended))) return false
  const literal = parts.find((part) => kindOf(part) === "TSTypeLiteral" && part.members.length > 0)
  const isSimple = parts.every((part) =>
    /^TS(TypeReference|IndexedAccessType|TypeLiteral)$/.test(kindOf(part)),
  )
  if (literal) edits.appendMember(module, literal, literal.members, "bink?: BinkIdentity")
  else if (isSimple) edits.insert(module, type.end, " & { bink?: BinkIdentity }")
  else edits.surround(module, type, "(", ") & { bink?: BinkIdentity }")
  return true
}

const innerType = (type: TypeNode) => type.typeAnnotation as TypeNode

const partsOf = (type: TypeNode) => ((type.type as string) === "TSIntersectionType" ? type.types : [type])

/** The name of a type, or of the type that it is read from: `DefaultSession` for `DefaultSession["user"]`. */
function nameOfType(part: TypeNode): string | undefined {
  const name = (part.type as string) === "TSIndexedAccessType" ? part.objectType.typeName : part.typeName
  return name?.type === "Identifier" ? name.name : undefined
}

/** The users of next-auth. All have a name. In version 5 all have `bink`, in 4 only `User`. */
const hasNextAuthUser = (name: string) => /^((Default|Adapter)?User|(Default)?Session)$/.test(name)

/**
 * Returns `true` if a type has a property: its own, or that of a type of the same file or of next-auth.
 *
 * @param isOwner Whether a type of next-auth has that property.
 * @param seen Names of the types that led here: code with an error may be circular.
 */
function hasProperty(
  module: SourceModule,
  part: TypeNode,
  property: string,
  isOwner: (name: string) => boolean,
  seen: readonly string[] = [],
): boolean {
  if ((part.type as string) === "TSTypeLiteral") return part.members.some(isProperty(property))
  const name = nameOfType(part)
  if (name === undefined || seen.includes(name)) return false
  const declared = module.program.body
    .map((node) => ((node.type === "ExportNamedDeclaration" && node.declaration) || node) as TypeNode)
    .find(({ type, id }) => /^TS(TypeAlias|Interface)Declaration$/.test(type) && id.name === name)
  if (!declared) {
    const binding = findBinding(module, name, part.start)
    if (!binding) return isOwner(name)
    return (
      binding.kind === "import" &&
      /^(next-auth|@auth\/core)(\/|$)/.test(binding.source) &&
      isOwner(binding.imported)
    )
  }
  const parts = declared.typeAnnotation ? partsOf(declared.typeAnnotation) : []
  return (
    (declared.body?.body ?? []).some(isProperty(property)) ||
    parts.some((inner) => hasProperty(module, inner, property, isOwner, [...seen, name]))
  )
}
