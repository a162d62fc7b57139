import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { afterAll, describe, expect, test } from "vitest"

const ROOT = resolve(import.meta.dirname, "../..")

/** An app for each framework, with nothing else installed: by its name there, the package and where it is here. */
const APPS: Record<string, Record<string, string>> = {
  "next-auth-5": { "next-auth": "next-auth", next: "next" },
  "next-auth-4": { "next-auth": "next-auth-4", next: "next" },
  "auth-core": { "@auth/core": "@auth/core" },
  neither: {},
}

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

describe.each(Object.entries(APPS))("%s", (name, packages) => {
  test.each([
    { module: "nodenext", moduleResolution: "nodenext" },
    { module: "esnext", moduleResolution: "bundler" },
  ])("compiles with $moduleResolution, libraries checked", (options) => {
    const folder = makeProject(name, packages, options)
    expect(compile(folder)).toEqual([])
  })
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
    symlinkSync(join(ROOT, "node_modules", from), join(folder, "node_modules", as))
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
