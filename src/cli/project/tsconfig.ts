import { dirname, join, resolve } from "node:path"
import { parseJson } from "../source/parse.js"
import { isFile, readIfThere, upward } from "./files.js"

/** The options of a `tsconfig.json` or `jsconfig.json` that concern imports. Paths are absolute. */
export interface TsConfig {
  path: string
  baseUrl?: string
  /** `paths`, with the directory that they are relative to. */
  paths?: { base: string; entries: Record<string, string[]> }
}

const cache = new Map<string, TsConfig | undefined>()

/** Returns the nearest config upward from a directory. */
export function findTsConfig(directory: string): TsConfig | undefined {
  if (cache.has(directory)) return cache.get(directory)
  let found: TsConfig | undefined
  for (const parent of upward(directory)) {
    const path = ["tsconfig.json", "jsconfig.json"].map((name) => join(parent, name)).find(isFile)
    if (path) {
      found = readTsConfig(path)
      break
    }
  }
  cache.set(directory, found)
  return found
}

function readTsConfig(path: string, depth = 0): TsConfig {
  const directory = dirname(path)
  const config = Object(parseJson(readIfThere(path).replace(/^\uFEFF/, ""))) as {
    extends?: string | string[]
    compilerOptions?: { baseUrl?: string; paths?: Record<string, string[]> }
  }
  const { baseUrl, paths } = Object(config.compilerOptions) as NonNullable<typeof config.compilerOptions>
  const bases = depth > 5 ? [] : [config.extends ?? []].flat()
  const inherited: Partial<TsConfig> = {}
  for (const specifier of bases) {
    const base = findBase(directory, specifier)
    if (base) Object.assign(inherited, readTsConfig(base, depth + 1))
  }
  return {
    ...inherited,
    path,
    ...(baseUrl !== undefined && { baseUrl: resolve(directory, baseUrl) }),
    ...(paths && { paths: { base: resolve(directory, baseUrl ?? "."), entries: paths } }),
  }
}

function findBase(directory: string, specifier: string): string | undefined {
  const candidates = (path: string) => [path, `${path}.json`, join(path, "tsconfig.json")].find(isFile)
  if (/^(\.|\/)/.test(specifier)) return candidates(resolve(directory, specifier))
  for (const parent of upward(directory)) {
    const found = candidates(join(parent, "node_modules", specifier))
    if (found) return found
  }
  return undefined
}

/** Returns the paths that an alias of `paths` or `baseUrl` refers to, without their extension. */
export function resolveAlias({ paths, baseUrl }: TsConfig, specifier: string): string[] {
  const matches = Object.entries(paths?.entries ?? {}).flatMap(([pattern, targets]) => {
    const [before = "", after] = pattern.split("*")
    if (after === undefined)
      return pattern === specifier ? [{ length: Number.POSITIVE_INFINITY, rest: "", targets }] : []
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) return []
    return [
      {
        length: before.length,
        rest: specifier.slice(before.length, specifier.length - after.length),
        targets,
      },
    ]
  })
  const [best] = matches.sort((a, b) => b.length - a.length)
  return [
    ...(best?.targets ?? []).map((target) =>
      resolve(paths?.base ?? "", target.replace("*", best?.rest ?? "")),
    ),
    ...(baseUrl ? [resolve(baseUrl, specifier)] : []),
  ]
}

/** Returns the import specifier by which an alias reaches a file, or `undefined`. `file` has no extension. */
export function aliasFor({ paths }: TsConfig, file: string): string | undefined {
  for (const [pattern, targets] of Object.entries(paths?.entries ?? {})) {
    const [before = "", after] = pattern.split("*")
    const [target = ""] = targets
    if (after !== "" || !before || !target.endsWith("*")) continue
    const base = resolve(paths?.base ?? "", target.slice(0, -1))
    if (file.startsWith(`${base}/`)) return before + file.slice(base.length + 1)
  }
  return undefined
}
