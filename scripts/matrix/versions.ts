import { maxSatisfying, rsort, satisfies } from "semver"
import { npm } from "../../test/flow/npm.ts"
import { root } from "../demo-app.ts"
import type { Cell } from "./cells.ts"

/** The exact version of each package of an app. */
export type Versions = Record<(typeof DEPENDENCIES | typeof DEV_DEPENDENCIES)[number], string>

export const DEPENDENCIES = ["next", "react", "react-dom", "next-auth"] as const
export const DEV_DEPENDENCIES = ["typescript", "@types/node", "@types/react", "@types/react-dom"] as const

/** The newest that the registry has of each, as create-next-app would ask for them. */
export function newestVersions({ next, react, nextAuth }: Cell): Versions {
  return {
    next: newestNext(next),
    react: newest("react", `^${react}`),
    "react-dom": newest("react-dom", `^${react}`),
    "next-auth": newest("next-auth", nextAuth === 5 ? "^5.0.0-beta.0" : "^4"),
    typescript: newest("typescript", "^5"),
    "@types/node": newest("@types/node", "^24"),
    "@types/react": newest("@types/react", `^${react}`),
    "@types/react-dom": newest("@types/react-dom", `^${react}`),
  }
}

const newest = remembered((name: string, range: string): string => {
  const found = maxSatisfying(versionsOf(name), range)
  if (!found) throw new Error(`The registry has no ${name} that is ${range}.`)
  return found
})

/**
 * The newest Next.js of a line that can be installed here. Its compiler is a package of its own for each system, which
 * a registry may not have yet, or ever: npm then goes on without, and the build fails for a reason that is not ours.
 */
const newestNext = remembered((line: number): string => {
  const range = `^${line}`
  const candidates = rsort(versionsOf("next").filter((version) => satisfies(version, range))).slice(0, 5)
  for (const version of candidates) {
    const missing = compilers(version).filter((compiler) => !canBeFetched(compiler))
    if (missing.length === 0) return version
    console.log(`next ${version} is passed over: ${missing.join(", ")} cannot be fetched.`)
  }
  throw new Error(`None of next ${candidates.join(", ")} can be installed on this machine.`)
})

function compilers(next: string): string[] {
  const { optionalDependencies = {} } = view(`next@${next}`)
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  const libc = header.glibcVersionRuntime ? "gnu" : "musl"
  const own = `@next/swc-${process.platform}-${process.arch}`
  return Object.entries(optionalDependencies)
    .filter(([name]) => name.startsWith(own) && (process.platform !== "linux" || name.endsWith(libc)))
    .map(([name, version]) => `${name}@${version}`)
}

/** Into npm's cache, where the install of the app finds it again. */
function canBeFetched(spec: string): boolean {
  try {
    npm(root, "cache", "add", spec)
    return true
  } catch {
    return false
  }
}

interface Manifest {
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** What the registry says of one version. */
export const view = remembered((spec: string): Manifest => {
  const said = npm(root, "view", spec, "peerDependencies", "optionalDependencies", "version", "--json")
  return JSON.parse(said)
})

const versionsOf = remembered((name: string): string[] =>
  JSON.parse(npm(root, "view", name, "versions", "--json")),
)

function remembered<Args extends unknown[], Result>(
  ask: (...args: Args) => Result,
): (...args: Args) => Result {
  const answers = new Map<string, Result>()
  return (...args) => {
    const key = JSON.stringify(args)
    const answer = answers.get(key) ?? ask(...args)
    answers.set(key, answer)
    return answer
  }
}
