import { execFileSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { afterAll, describe, expect, test } from "vitest"

const ROOT = resolve(import.meta.dirname, "../..")

/** The installed packages of each app: the name in the app, and the name in this repository. */
const APPS: Record<string, Record<string, string>> = {
  "next-auth-5": { "next-auth": "next-auth", next: "next" },
  "next-auth-4": { "next-auth": "next-auth-4", next: "next" },
  "auth-core": { "@auth/core": "@auth/core" },
  express: { "@auth/core": "@auth/core", "@auth/express": "@auth/express", express: "@types/express" },
  sveltekit: { "@auth/core": "@auth/core", "@auth/sveltekit": "@auth/sveltekit" },
  neither: {},
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" }
const BUNDLER = { module: "esnext", moduleResolution: "bundler" }

describe.each(Object.entries(APPS))("an app with %s", (name, packages) => {
  // The declarations of @auth/sveltekit only compile with bundler resolution, which SvelteKit apps use.
  test.each(name === "sveltekit" ? [BUNDLER] : [NODENEXT, BUNDLER])(
    "compiles with moduleResolution $moduleResolution and skipLibCheck off",
    (options) => {
      const folder = createProject(name, packages, options)
      expect(compile(folder)).toEqual([])
    },
  )
})

/** Creates a project outside of this repository, so that no other package of the repository can be resolved. */
function createProject(name: string, packages: Record<string, string>, options: object): string {
  const folder = mkdtempSync(join(tmpdir(), "authjs-bink-types-"))
  folders.push(folder)
  const installed = join(folder, "node_modules/authjs-bink")
  mkdirSync(installed, { recursive: true })
  cpSync(join(ROOT, "package.json"), join(installed, "package.json"))
  cpSync(join(ROOT, "dist"), join(installed, "dist"), { recursive: true })
  for (const [name, source] of Object.entries(packages)) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true })
    symlinkSync(folderOf(source), join(folder, "node_modules", name))
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

/** Returns the folder of a package. npm installs some packages of an example in the example's own folder. */
function folderOf(name: string): string {
  const inExample = join(ROOT, "examples/sveltekit/node_modules", name)
  return existsSync(inExample) ? inExample : join(ROOT, "node_modules", name)
}

/** Returns the compiler's errors in the app and in this package. The frameworks' declarations have errors of their own. */
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
