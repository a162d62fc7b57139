import { maxSatisfying, rsort, satisfies } from "semver"
import { npm } from "../../test/helpers/npm.ts"
import { ROOT } from "../run.ts"
import type { Cell } from "./cells.ts"

/** The exact version of each package of an app. */
export type Versions = Record<(typeof DEPENDENCIES | typeof DEV_DEPENDENCIES)[number], string>

export const DEPENDENCIES = ["next", "react", "react-dom", "next-auth"] as const
export const DEV_DEPENDENCIES = ["typescript", "@types/node", "@types/react", "@types/react-dom"] as const

/** Returns the newest version of each package in the registry, in the ranges of create-next-app. */
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

/** Returns the newest version of a package in a range. */
export const newest = memoize((name: string, range: string): string => {
  const found = maxSatisfying(versionsOf(name), range)
  if (!found) throw new Error(`The registry has no version of ${name} in the range ${range}.`)
  return found
})

/**
 * Returns the newest Next.js of a major version whose compiler package for this system can be downloaded. npm skips a
 * missing compiler package silently, and the build fails later.
 */
const newestNext = memoize((major: number): string => {
  const range = `^${major}`
  const candidates = rsort(versionsOf("next").filter((version) => satisfies(version, range))).slice(0, 5)
  for (const version of candidates) {
    const missing = compilers(version).filter((compiler) => !canBeDownloaded(compiler))
    if (missing.length === 0) return version
    console.log(`Skipping next ${version}: ${missing.join(", ")} cannot be downloaded.`)
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

/** Adds a package to npm's cache, from which the app installs it. */
function canBeDownloaded(spec: string): boolean {
  try {
    npm(ROOT, "cache", "add", spec)
    return true
  } catch {
    return false
  }
}

interface Manifest {
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Returns fields of a version's manifest from the registry. */
export const view = memoize((spec: string): Manifest => {
  return JSON.parse(npm(ROOT, "view", spec, "peerDependencies", "optionalDependencies", "version", "--json"))
})

const versionsOf = memoize((name: string): string[] =>
  JSON.parse(npm(ROOT, "view", name, "versions", "--json")),
)

function memoize<Args extends unknown[], Result>(load: (...args: Args) => Result): (...args: Args) => Result {
  const cache = new Map<string, Result>()
  return (...args) => {
    const key = JSON.stringify(args)
    const value = cache.get(key) ?? load(...args)
    cache.set(key, value)
    return value
  }
}
