import { join } from "node:path"
import { findSource, readIfThere } from "../../project-files.js"
import type { FileChange } from "./diff.js"
import type { Project } from "./project.js"
import { closingBracket, insertAll, maskSource, matchesAtDepth } from "./source.js"

interface SourceFile {
  path: string
  source: string
}

/**
 * What became of the auth config: made, edited, there already, or left alone since it is not plain enough.
 * The file is the one that the rest of the app imports.
 */
export type AuthConfig = SourceFile &
  ({ state: "new" | "edited"; change: FileChange } | { state: "present" } | { state: "unsure" })

/** Where people keep it, under either base, without the extension. */
const USUAL_PLACES = [
  "auth",
  "auth.config",
  "lib/auth",
  "lib/auth-options",
  "lib/authOptions",
  "server/auth",
  "server/auth/index",
  "server/auth/config",
  "utils/auth",
  "app/api/auth/[...nextauth]/options",
  "app/api/auth/[...nextauth]/route",
  "pages/api/auth/[...nextauth]",
]

export function planAuthConfig(project: Project): AuthConfig {
  const files = ["", "src/"]
    .flatMap((base) => USUAL_PLACES.map((place) => findSource(project.root, base + place)))
    .filter((path) => path !== undefined)
    .map((path) => ({ path, source: readIfThere(join(project.root, path)) }))

  const present = files.find(({ source }) => /\bfrom\s*["']authjs-bink["']/.test(source))
  if (present) return { state: "present", ...entrance(project, files, present) }

  const holders = files.filter(({ source }) => PROVIDERS.test(maskSource(source)))
  const [holder] = holders
  if (holder) {
    const all = files.map(({ source }) => maskSource(source)).join("\n")
    const after = holders.length === 1 ? addBink(holder.source, all, project) : undefined
    if (after === undefined) return { state: "unsure", ...holder }
    const change = { path: holder.path, before: holder.source, after }
    return { state: "edited", ...entrance(project, files, holder), change }
  }

  const caller = files.find(({ source }) => /\bNextAuth(Options)?\b/.test(maskSource(source)))
  if (caller) return { state: "unsure", ...caller }

  const path = `${project.base}auth.${project.typescript ? "ts" : "js"}`
  // A file of that name which has nothing of Auth.js in it is somebody's own.
  const own = findSource(project.root, `${project.base}auth`)
  if (own) return { state: "unsure", path: own, source: readIfThere(join(project.root, own)) }
  const source = newAuthConfig(project)
  return { state: "new", path, source, change: { path, before: null, after: source } }
}

/** next-auth 5 may have its providers in one file, and what the app imports made of them in another. */
function entrance({ nextAuth }: Project, files: SourceFile[], holder: SourceFile): SourceFile {
  const caller = files.find(({ source }) => /\bNextAuth\s*\(/.test(maskSource(source)))
  return nextAuth === 5 && caller ? caller : holder
}

const PROVIDERS = /\bproviders\s*:\s*\[/

export function newAuthConfig({ nextAuth, typescript }: Pick<Project, "nextAuth" | "typescript">): string {
  const lines = [
    'import Bink, { withBink } from "authjs-bink"',
    ...(typescript ? [SESSION_TYPES] : []),
    ...(nextAuth === 5
      ? [
          'import NextAuth from "next-auth"',
          "",
          "export const { handlers, auth, signIn, signOut } = NextAuth(",
          '  withBink({ providers: [Bink], pages: { signIn: "/sign-in" } }),',
          ")",
        ]
      : [
          ...(typescript ? ['import type { NextAuthOptions } from "next-auth"'] : []),
          "",
          `export const authOptions${typescript ? ": NextAuthOptions" : ""} = withBink({`,
          "  providers: [Bink()],",
          '  pages: { signIn: "/sign-in" },',
          "})",
        ]),
  ]
  return `${lines.join("\n")}\n`
}

const SESSION_TYPES = 'import type {} from "authjs-bink/next-auth"'

/** What to put in by hand, where the config is not plain enough to be edited. */
export function authConfigToPaste({ nextAuth, typescript }: Project): string {
  return [
    'import Bink, { withBink } from "authjs-bink"',
    ...(typescript ? [SESSION_TYPES] : []),
    "",
    nextAuth === 5
      ? "NextAuth(withBink({ providers: [Bink, /* yours */], /* and the rest */ }))"
      : "const authOptions = withBink({ providers: [Bink(), /* yours */], /* and the rest */ })",
  ].join("\n")
}

/**
 * Adds the provider and wraps the config, in two shapes that leave no doubt: an object handed to `NextAuth` itself,
 * or one with a name of its own which `NextAuth` is called with. Anything else, a config spread into another or made
 * by a function, gives `undefined`.
 */
function addBink(source: string, allSources: string, project: Project): string | undefined {
  const masked = maskSource(source)
  const [providers, ...others] = [...masked.matchAll(new RegExp(PROVIDERS, "g"))]
  const firstImport = /^import\b/m.exec(masked)
  if (!providers || others.length > 0 || !firstImport) return undefined

  const open = enclosingBrace(masked, providers.index)
  const close = closingBracket(masked, open)
  if (open < 0 || close < 0 || !isWhole(masked, open, close, allSources)) return undefined

  const list = providers.index + providers[0].length
  const quote = /^import\b[^\n]*'/m.test(source) ? "'" : '"'
  const end = /^import\b[^\n]*;\s*$/m.test(source) ? ";" : ""
  const imports = [
    'import Bink, { withBink } from "authjs-bink"',
    ...(project.typescript ? [SESSION_TYPES] : []),
  ]
  return insertAll(source, [
    { at: firstImport.index, text: imports.map((line) => `${line.replaceAll('"', quote)}${end}\n`).join("") },
    { at: open, text: "withBink(" },
    { at: list, text: asFirstElement(masked.slice(list), project.nextAuth === 5 ? "Bink" : "Bink()") },
    { at: close + 1, text: ")" },
  ])
}

function enclosingBrace(masked: string, from: number): number {
  let depth = 0
  for (let index = from; index >= 0; index--) {
    if (")]}".includes(masked[index] ?? " ")) depth++
    if ("([{".includes(masked[index] ?? " ") && depth-- === 0) return masked[index] === "{" ? index : -1
  }
  return -1
}

/** Whether the object between the braces is all that `NextAuth` is given. */
function isWhole(masked: string, open: number, close: number, allSources: string): boolean {
  const before = masked.slice(0, open)
  const after = masked.slice(close + 1)
  // `providers` must be its own property, and not one of something nested.
  if (matchesAtDepth(masked, new RegExp(PROVIDERS, "g"), open + 1, close).length !== 1) return false
  if (/\bNextAuth\s*\(\s*$/.test(before)) return /^\s*,?\s*\)/.test(after)
  const name = /\b(?:const|let|var)\s+(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*$/.exec(before)?.[1]
  return name !== undefined && new RegExp(`\\bNextAuth\\s*\\(\\s*${name}\\s*\\)`).test(allSources)
}

function asFirstElement(rest: string, element: string): string {
  if (/^\s*\]/.test(rest)) return element
  const indent = /^[ \t]*\n([ \t]*)/.exec(rest)?.[1]
  return indent === undefined ? `${element}, ` : `\n${indent}${element},`
}
