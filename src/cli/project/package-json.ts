import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Failure } from "../command.js"
import { parseJson } from "../source/parse.js"
import { findUp, isFile, readIfThere, upward } from "./files.js"
import { type Catalogs, findWorkspace, readCatalogs } from "./workspace.js"

/** The fields of `package.json` that this package reads. */
export interface PackageJson {
  name?: string
  version?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  scripts?: Record<string, string>
  packageManager?: string
  workspaces?: unknown
  exports?: unknown
  imports?: unknown
  main?: string
  module?: string
  prettier?: unknown
}

/** Reads a `package.json`. @throws Failure if it is missing or not JSON */
export function readPackageJson(directory: string): PackageJson {
  const path = join(directory, "package.json")
  if (!isFile(path)) {
    throw new Failure(
      `There is no package.json in ${directory}. Run init in the directory of a Next.js app, or use --cwd.`,
    )
  }
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")) as PackageJson
  } catch {
    throw new Failure(`${path} is not valid JSON. Correct it first.`)
  }
}

/** Reads a `package.json` as far as possible. */
export function peekPackageJson(directory: string): PackageJson {
  return Object(parseJson(readIfThere(join(directory, "package.json")))) as PackageJson
}

/** Returns all dependencies of a `package.json`, with their ranges. */
export function dependenciesOf(manifest: PackageJson): Record<string, string> {
  return { ...manifest.devDependencies, ...manifest.dependencies }
}

/** What is known about a dependency: the version that is installed or locked, else the range that is asked for. */
export interface Dependency {
  /** The installed version. */
  installed?: string
  /** The range in `package.json`, with `catalog:` replaced by the catalog's range. */
  range?: string
}

/** Returns what is known about a dependency of the package in `directory`. */
export function findDependency(directory: string, name: string): Dependency {
  const installed = findInstalled(directory, name)
  const range = resolveRange(directory, name, dependenciesOf(peekPackageJson(directory))[name])
  return { ...(installed && { installed }), ...(range && { range }) }
}

/** Replaces `catalog:` by the range in the workspace's catalog, and `npm:name@range` by the range. */
function resolveRange(directory: string, name: string, range: string | undefined): string | undefined {
  if (range?.startsWith("npm:")) return range.slice(range.lastIndexOf("@") + 1)
  if (!range?.startsWith("catalog:")) return range
  const workspace = findWorkspace(directory)
  const catalogs: Catalogs = workspace ? readCatalogs(workspace) : {}
  return catalogs[range.slice("catalog:".length).trim() || "default"]?.[name]
}

/** Returns the version of a package that code in `directory` imports, or `undefined`. Searches parent directories, as Node does. */
export function findInstalled(directory: string, name: string): string | undefined {
  for (const parent of upward(directory)) {
    const path = join(parent, "node_modules", name)
    if (isFile(join(path, "package.json"))) return peekPackageJson(path).version
  }
  return findUp(directory, ".pnp.cjs") && findLocked(directory, name)
}

/** With Yarn PnP there is no `node_modules`: the lockfile has the version. */
function findLocked(directory: string, name: string): string | undefined {
  const lockfile = findUp(directory, "yarn.lock")
  if (!lockfile) return undefined
  const escaped = name.replace(/[/.]/g, "\\$&")
  return new RegExp(`^"?${escaped}@[^\\n]*:\\n\\s+version:? "?([^"\\n]+)"?$`, "m").exec(
    readIfThere(lockfile),
  )?.[1]
}
