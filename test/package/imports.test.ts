import { globSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, test } from "vitest"

/**
 * The allowed imports of each directory of `src`, and of each file at its top. `packages` may be imported at run time,
 * `types` only with `import type`. `typesOnly` lists directories of which only types may be imported.
 */
interface Rule {
  directories: string[]
  typesOnly?: string[]
  packages?: RegExp
  types?: RegExp
}

const RULES: Record<string, Rule> = {
  "errors.ts": { directories: [] },
  profile: { directories: ["errors.ts"] },
  brand: { directories: ["errors.ts"] },
  oauth: { directories: ["errors.ts", "profile"] },
  api: { directories: ["errors.ts", "oauth", "profile"] },
  provider: {
    directories: ["errors.ts", "oauth", "api", "profile", "brand"],
    types: /^@auth\/core\//,
  },
  session: {
    directories: ["errors.ts", "oauth", "api", "profile", "provider"],
    types: /^(@auth\/core|next-auth)(\/|$)/,
  },
  react: {
    directories: ["profile", "brand", "errors.ts", "locales"],
    // BinkError is larger than the sign-in code that reports errors.
    typesOnly: ["errors.ts", "locales"],
    packages: /^react(\/jsx-runtime)?$/,
    types: /^react/,
  },
  locales: { directories: ["profile", "brand", "react"], typesOnly: ["react"] },
  "better-auth": {
    directories: ["errors.ts", "oauth", "api", "profile"],
    types: /^better-auth(\/|$)/,
  },
  emulator: { directories: ["errors.ts", "oauth", "profile", "brand"] },
  testing: { directories: ["errors.ts", "emulator", "oauth"] },
  cli: {
    directories: ["errors.ts", "api", "emulator", "oauth", "profile", "brand"],
    packages: /^node:/,
    types: /^acorn$/,
  },
  "next-auth.ts": { directories: ["session"], types: /^(@auth\/core|next-auth)(\/|$)/ },
  "index.ts": { directories: ["errors.ts", "profile", "provider", "session"] },
}

/** Files that may import more packages than the rest of their directory. The build bundles those of the CLI. */
const FILE_PACKAGES: Record<string, RegExp> = {
  "emulator/http/server.ts": /^node:/,
  "cli/source/parse.ts": /^(acorn|@sveltejs\/acorn-typescript)$/,
  "cli/source/edits.ts": /^magic-string$/,
  "cli/source/style.ts": /^magic-string$/,
  "cli/project/environment.ts": /^@next\/env$/,
}

/** The English messages are defined in `react`, which uses them as defaults. `locales/en.ts` exports them again. */
const ENGLISH = "locales/en.ts → ../react/messages.js"

const SRC = resolve(import.meta.dirname, "../../src")
const files = globSync("**/*.{ts,tsx}", { cwd: SRC }).map((file) => file.replaceAll("\\", "/"))

test("every directory of src has an import rule", () => {
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) expect(Object.keys(RULES), file).toContain(directoryOf(file))
})

test.each(files)("%s imports only what its directory may import", (file) => {
  const directory = directoryOf(file)
  const rule = RULES[directory]
  for (const { specifier, isType } of importsOf(readFileSync(join(SRC, file), "utf8"))) {
    const label = `${file} → ${specifier}`
    if (specifier.startsWith(".")) {
      const target = directoryOf(targetOf(file, specifier))
      expect([directory, ...(rule?.directories ?? [])], label).toContain(target)
      if (rule?.typesOnly?.includes(target) && label !== ENGLISH) {
        expect(isType, `${label} may only be imported as a type`).toBe(true)
      }
    } else {
      const allowed = [rule?.packages, FILE_PACKAGES[file], isType ? rule?.types : undefined]
      expect(
        allowed.some((pattern) => pattern?.test(specifier)),
        label,
      ).toBe(true)
    }
  }
})

describe("the import graph", () => {
  test("has no cycle of files, types included", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(readFileSync(join(SRC, file), "utf8"))
          .filter(({ specifier }) => specifier.startsWith("."))
          .map(({ specifier }) => sourceOf(targetOf(file, specifier))),
      ]),
    )
    expect(findCycle(graph)).toEqual([])
  })
})

function targetOf(file: string, specifier: string): string {
  return relative(SRC, resolve(SRC, dirname(file), specifier)).replaceAll("\\", "/")
}

function sourceOf(target: string): string {
  const path = target.replace(/\.js$/, ".ts")
  return files.includes(path) ? path : `${path}x`
}

function directoryOf(file: string): string {
  const [top = ""] = file.split("/")
  return file.includes("/") ? top : top.replace(/\.js$/, ".ts")
}

/** Returns the files of the first cycle, or an empty list. */
function findCycle(graph: ReadonlyMap<string, string[]>): string[] {
  const done = new Set<string>()
  function visit(file: string, path: string[]): string[] {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

/**
 * Returns static imports, re-exports and `import()` with a literal, after comments are removed. Template strings and
 * single-quoted strings are removed too: they contain code that the CLI writes into an app.
 */
function importsOf(source: string): { specifier: string; isType: boolean }[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/`(?:\\.|[^`\\])*`|'[^'\n]*'/g, "``")
  const statements = code.matchAll(/(?<!["'])\b(import|export)\s+(type\s)?[^"'`;]*?from\s*["']([^"']+)["']/g)
  const bare = code.matchAll(/(?<!["'])\bimport\s*\(?\s*["']([^"']+)["']/g)
  return [
    ...[...statements].map(([, , type, specifier = ""]) => ({ specifier, isType: Boolean(type) })),
    ...[...bare].map(([, specifier = ""]) => ({ specifier, isType: false })),
  ]
}
