import { readdirSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { parseJson } from "../source/parse.js"
import { isFile, readIfThere, upward } from "./files.js"

/** The root of a monorepo, and the patterns of its packages' directories. */
export interface Workspace {
  root: string
  patterns: string[]
}

/** Versions by catalog and package. The catalog without a name is `default`. */
export type Catalogs = Record<string, Record<string, string>>

const workspaces = new Map<string, Workspace | undefined>()
const packages = new Map<string, Map<string, string>>()

/** Returns the nearest monorepo that contains a directory, the directory itself included. */
export function findWorkspace(directory: string): Workspace | undefined {
  if (!workspaces.has(directory)) workspaces.set(directory, searchWorkspace(directory))
  return workspaces.get(directory)
}

function searchWorkspace(directory: string): Workspace | undefined {
  for (const root of upward(directory)) {
    const pnpm = readIfThere(join(root, "pnpm-workspace.yaml"))
    if (pnpm) return { root, patterns: yamlList(pnpm, "packages") }
    const manifest = Object(parseJson(readIfThere(join(root, "package.json")))) as { workspaces?: unknown }
    const listed = manifest.workspaces
    const patterns = Array.isArray(listed) ? listed : Object(listed).packages
    if (Array.isArray(patterns)) return { root, patterns: patterns.map(String) }
  }
  return undefined
}

/** Returns the directories of the packages of a monorepo, by package name. */
export function packagesOf(workspace: Workspace): Map<string, string> {
  const known = packages.get(workspace.root) ?? listPackages(workspace)
  packages.set(workspace.root, known)
  return known
}

function listPackages({ root, patterns }: Workspace): Map<string, string> {
  const directories = patterns
    .filter((pattern) => !pattern.startsWith("!"))
    .flatMap((pattern) => expand(root, pattern))
  return new Map(
    directories.flatMap((directory) => {
      const { name } = Object(parseJson(readIfThere(join(directory, "package.json")))) as { name?: string }
      return name ? [[name, directory]] : []
    }),
  )
}

/** Expands `apps/*`, `packages/**` and plain paths. */
function expand(root: string, pattern: string): string[] {
  let directories = [root]
  for (const part of pattern.replace(/^\.\//, "").split("/").filter(Boolean)) {
    directories = directories.flatMap((directory) => {
      if (part === "**")
        return [directory, ...subdirectories(directory).flatMap((path) => [path, ...subdirectories(path)])]
      if (!part.includes("*")) return [join(directory, part)]
      const name = new RegExp(`^${part.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`)
      return subdirectories(directory).filter((path) => name.test(basename(path)))
    })
  }
  return directories.filter((directory) => isFile(join(directory, "package.json")))
}

function subdirectories(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
      .map((entry) => join(directory, entry.name))
  } catch {
    return []
  }
}

/** Reads the catalogs of a monorepo: of pnpm, Yarn, or Bun. */
export function readCatalogs({ root }: Workspace): Catalogs {
  const manifest = Object(parseJson(readIfThere(join(root, "package.json"))))
  const yaml = ["pnpm-workspace.yaml", ".yarnrc.yml"].map((name) => readIfThere(join(root, name))).join("\n")
  const named = yamlMap(yaml, "catalogs")
  return {
    ...(named as Catalogs),
    ...manifest.catalogs,
    ...Object(manifest.workspaces).catalogs,
    default: {
      ...(yamlMap(yaml, "catalog") as Record<string, string>),
      ...Object(named.default),
      ...manifest.catalog,
      ...Object(manifest.workspaces).catalog,
    },
  }
}

interface YamlMap {
  [key: string]: string | YamlMap
}

/** Reads a list at the top of a YAML file: `packages:` followed by `- "apps/*"`, or `packages: ["apps/*"]`. */
function yamlList(text: string, key: string): string[] {
  const inline = new RegExp(`^${key}:\\s*\\[([^\\]]*)\\]`, "m").exec(text)?.[1]
  if (inline !== undefined) return inline.split(",").map(unquote).filter(Boolean)
  return sectionOf(text, key).flatMap((line) => {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1]
    return item ? [unquote(item)] : []
  })
}

/** Reads a map of strings, or of such maps, at the top of a YAML file. */
function yamlMap(text: string, key: string): YamlMap {
  const result: YamlMap = {}
  let current = result
  let depth: number | undefined
  for (const line of sectionOf(text, key)) {
    const [, indent = "", name = "", value = ""] =
      /^(\s+)("[^"]+"|'[^']+'|[^\s:][^:]*):\s*(.*)$/.exec(line) ?? []
    if (!name) continue
    depth ??= indent.length
    if (indent.length <= depth) current = result
    if (unquote(value)) current[unquote(name)] = unquote(value)
    else {
      const child: YamlMap = {}
      current[unquote(name)] = child
      current = child
    }
  }
  return result
}

/** Returns the lines below a key at the top of a YAML file. */
function sectionOf(text: string, key: string): string[] {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex((line) => new RegExp(`^${key}:\\s*(#.*)?$`).test(line))
  if (start < 0) return []
  const end = lines.findIndex((line, index) => index > start && /^[^\s#-]/.test(line))
  return lines.slice(start + 1, end < 0 ? undefined : end)
}

function unquote(text: string): string {
  const value = text.trim()
  const quoted = /^(["'])(.*?)\1/.exec(value)?.[2]
  return (
    quoted ??
    value
      .replace(/\s+#.*$/, "")
      .replace(/^#.*$/, "")
      .trim()
  )
}

/** Returns the package directory that contains a file. */
export function packageDirectoryOf(file: string): string | undefined {
  for (const directory of upward(dirname(file))) if (isPackage(directory)) return directory
  return undefined
}

/** A `package.json` with only `{ "type": "module" }` is no package. */
function isPackage(directory: string): boolean {
  const manifest = Object(parseJson(readIfThere(join(directory, "package.json"))))
  return ["name", "dependencies", "devDependencies", "imports"].some((key) => key in manifest)
}
