import { execFileSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { afterAll, describe, expect, test } from "vitest"

const ROOT = resolve(import.meta.dirname, "../..")

/** An app for each framework, with nothing else installed: by its name there, the package and where it is here. */
const APPS: Record<string, Record<string, string>> = {
  "next-auth-5": { "next-auth": "next-auth", next: "next" },
  "next-auth-4": { "next-auth": "next-auth-4", next: "next" },
  "auth-core": { "@auth/core": "@auth/core" },
  express: { "@auth/core": "@auth/core", "@auth/express": "@auth/express", express: "@types/express" },
  sveltekit: { "@auth/core": "@auth/core", "@auth/sveltekit": "@auth/sveltekit" },
  neither: {},
}

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

const NODE = { module: "nodenext", moduleResolution: "nodenext" }
const BUNDLER = { module: "esnext", moduleResolution: "bundler" }

describe.each(Object.entries(APPS))("%s", (name, packages) => {
  // SvelteKit's apps know a bundler's alone, and @auth/sveltekit's own declarations compile with no other.
  test.each(name === "sveltekit" ? [BUNDLER] : [NODE, BUNDLER])(
    "compiles with $moduleResolution, libraries checked",
    (options) => {
      const folder = makeProject(name, packages, options)
      expect(compile(folder)).toEqual([])
    },
  )
})

/** In a folder of its own, since the package must not find what only this repository has installed. */
function makeProject(name: string, packages: Record<string, string>, options: object): string {
  const folder = mkdtempSync(join(tmpdir(), "authjs-bink-types-"))
  made.push(folder)
  const installed = join(folder, "node_modules/authjs-bink")
  mkdirSync(installed, { recursive: true })
  cpSync(join(ROOT, "package.json"), join(installed, "package.json"))
  cpSync(join(ROOT, "dist"), join(installed, "dist"), { recursive: true })
  for (const [as, from] of Object.entries(packages)) {
    mkdirSync(dirname(join(folder, "node_modules", as)), { recursive: true })
    symlinkSync(installedAt(from), join(folder, "node_modules", as))
  }
  cpSync(join(import.meta.dirname, "apps", `${name}.ts`), join(folder, "app.ts"))
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
  const compilerOptions = {
    target: "es2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    noEmit: true,
    skipLibCheck: false,
    ...options,
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }))
  return folder
}

/** npm keeps what only an example uses in the example's own folder, if what it asks for differs. */
function installedAt(name: string): string {
  const inExample = join(ROOT, "examples/sveltekit/node_modules", name)
  return existsSync(inExample) ? inExample : join(ROOT, "node_modules", name)
}

/** What the compiler says of the app and of this package; the frameworks' own declarations have faults of theirs. */
function compile(folder: string): string[] {
  try {
    execFileSync(join(ROOT, "node_modules/.bin/tsc"), ["--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
    })
    return []
  } catch (error) {
    const lines = String((error as { stdout?: string }).stdout).split("\n")
    return lines.filter((line) => /^(app\.ts|node_modules\/authjs-bink\/|error)/.test(line))
  }
}
