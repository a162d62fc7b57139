import { realpathSync } from "node:fs"
import { dirname, extname, join, resolve } from "node:path"
import { findSource, isFile, readCode, SOURCE_EXTENSIONS, upward } from "./files.js"
import { type PackageJson, peekPackageJson } from "./package-json.js"
import { findTsConfig, resolveAlias } from "./tsconfig.js"
import { findWorkspace, packageDirectoryOf, packagesOf } from "./workspace.js"

/**
 * Returns the source file that an import refers to: by a relative path, `paths` of tsconfig.json, `imports` of
 * package.json, or the name of a workspace package. Returns `undefined` for installed packages and missing files.
 */
export function resolveImport(specifier: string, fromFile: string): string | undefined {
  const directory = dirname(fromFile)
  if (/^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier))
    return findModule(resolve(directory, specifier))
  const config = findTsConfig(directory)
  for (const path of config ? resolveAlias(config, specifier) : []) {
    const file = findModule(path)
    if (file) return file
  }
  if (specifier.startsWith("#")) return resolveInternal(specifier, fromFile)
  return resolvePackage(specifier, directory)
}

/** Returns the files that a file imports. Reads its text, which is faster than its syntax tree. Types do not count. */
export function importedFiles(file: string): string[] {
  const text = readCode(file).replace(TYPE_IMPORT, "")
  const specifiers = [...text.matchAll(IMPORT)].map(([, specifier = ""]) => specifier)
  return [...new Set(specifiers)].flatMap((specifier) => resolveImport(specifier, file) ?? [])
}

const IMPORT = /\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g
const TYPE_IMPORT = /\b(?:import|export)\s+type\b[^"'=;]*\bfrom\s*["'][^"']*["']/g

function findModule(path: string): string | undefined {
  if (isFile(path)) return path
  const extension = extname(path)
  // TypeScript imports name the compiled file: "./auth.js" is auth.ts.
  const withoutExtension = /^\.[cm]?jsx?$/.test(extension) ? path.slice(0, -extension.length) : undefined
  return (
    findSource(path) ?? (withoutExtension && findSource(withoutExtension)) ?? findSource(join(path, "index"))
  )
}

function resolveInternal(specifier: string, fromFile: string): string | undefined {
  const directory = packageDirectoryOf(fromFile)
  const target = directory && matchExports(peekPackageJson(directory).imports, specifier)
  return target ? findModule(resolve(directory, target)) : undefined
}

function resolvePackage(specifier: string, directory: string): string | undefined {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
  const location = findPackage(name, directory)
  if (!location) return undefined
  const subpath = `.${specifier.slice(name.length)}`
  const manifest = peekPackageJson(location)
  for (const target of targetsOf(manifest, subpath)) {
    const file = findModule(resolve(location, target))
    if (file) return file
  }
  return undefined
}

/** Returns the directory of a workspace package. Packages in `node_modules` itself are not source code of the project. */
function findPackage(name: string, directory: string): string | undefined {
  const workspace = findWorkspace(directory)
  const member = workspace && packagesOf(workspace).get(name)
  if (member) return member
  for (const parent of upward(directory)) {
    const path = join(parent, "node_modules", name)
    if (!isFile(join(path, "package.json"))) continue
    const real = realpathSync(path)
    return /[\\/]node_modules[\\/]/.test(real) ? undefined : real
  }
  return undefined
}

function targetsOf(manifest: PackageJson, subpath: string): string[] {
  const exported = manifest.exports === undefined ? undefined : matchExports(manifest.exports, subpath)
  const isRoot = subpath === "."
  const declared = exported ?? (isRoot ? (manifest.module ?? manifest.main) : undefined)
  return [
    ...(declared ? [declared, declared.replace(/^(\.\/)?(dist|build|lib)\//, "./src/")] : []),
    ...(isRoot ? ["./index", "./src/index"] : [subpath, subpath.replace(/^\.\//, "./src/")]),
  ]
}

/** Conditions of `exports` in the order of preference: those that name source code first. */
const CONDITIONS = ["source", "development", "import", "node", "module", "require", "default", "types"]

function matchExports(map: unknown, subpath: string): string | undefined {
  const first = firstTarget(map)
  if (
    typeof map === "string" ||
    Array.isArray(map) ||
    (map && !Object.keys(Object(map)).some((key) => /^[.#]/.test(key)))
  ) {
    return subpath === "." ? first : undefined
  }
  for (const [pattern, value] of Object.entries(Object(map) as object)) {
    const [before = "", after] = pattern.split("*")
    if (after === undefined) {
      if (pattern === subpath) return firstTarget(value)
    } else if (subpath.startsWith(before) && subpath.endsWith(after)) {
      return firstTarget(value)?.replaceAll("*", subpath.slice(before.length, subpath.length - after.length))
    }
  }
  return undefined
}

function firstTarget(value: unknown): string | undefined {
  if (typeof value === "string") return value
  if (Array.isArray(value)) return value.map(firstTarget).find(Boolean)
  const entries = Object(value) as Record<string, unknown>
  return CONDITIONS.map((condition) => firstTarget(entries[condition] ?? "")).find(Boolean)
}

/** Returns the path of a module without the parts that imports leave out: the extension and `/index`. */
export function withoutExtension(path: string): string {
  const extension = SOURCE_EXTENSIONS.find((candidate) => path.endsWith(candidate)) ?? ""
  return path.slice(0, path.length - extension.length).replace(/[\\/]index$/, "")
}
