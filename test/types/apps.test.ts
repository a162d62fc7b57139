import { spawnSync } from "node:child_process"
import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { satisfies } from "semver"
import { afterAll, describe, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { APPS, createAppFolder, deleteAppFolders, writeProject } from "./app-folder.ts"
import { COMPILERS, compile, NEWEST } from "./compile.ts"

afterAll(deleteAppFolders, 120_000)

const ENTRIES = join(import.meta.dirname, "apps/entries.ts")

const STRICTEST = {
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
}
const BUNDLER = { module: "esnext", moduleResolution: "bundler" }
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" }
const NODE16 = { module: "node16", moduleResolution: "node16" }
const NODE10 = { module: "esnext", moduleResolution: "node10" }

// Here next-auth's own copy of @auth/core cannot be resolved from this package, as with pnpm and Yarn.
describe.each(Object.entries(APPS))("an app with only %s installed", (name, packages) => {
  // The declarations of @auth/sveltekit only compile with bundler resolution, which SvelteKit apps use.
  test.each(name === "sveltekit" ? [BUNDLER] : [NODENEXT, BUNDLER])(
    "compiles with the strictest options and moduleResolution $moduleResolution",
    (options) => {
      const folder = createAppFolder(packages)
      cpSync(join(import.meta.dirname, "apps", `${name}.ts`), join(folder, "app.ts"))
      const project = writeProject(folder, "tsconfig", ["app.ts"], { ...STRICTEST, ...options })
      expect(compile(NEWEST, folder, [project])).toEqual({ [project]: [] })
    },
  )
})

test.each(["next-auth-4", "next-auth-5"] as const)("a package with %s can declare its config", (name) => {
  const folder = createAppFolder(APPS[name])
  cpSync(join(import.meta.dirname, "apps/declarations.ts"), join(folder, "auth.ts"))
  const options = {
    ...BUNDLER,
    declaration: true,
    emitDeclarationOnly: true,
    noEmit: false,
    skipLibCheck: true,
  }
  const project = writeProject(folder, "tsconfig", ["auth.ts"], options)
  const tsc = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc")
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", project], { cwd: folder, encoding: "utf8" })
  expect(stdout).toBe("")
  const declarations = readFileSync(join(folder, "auth.d.ts"), "utf8")
  expect(declarations).toContain('import("authjs-bink").WithBink<{')
  expect(declarations).toContain('import("authjs-bink").WithBink<Config>')
  expect(declarations).toContain('export type {} from "authjs-bink/next-auth"')
})

describe("all entries", () => {
  const folders = { module: createEntriesFolder("module"), commonjs: createEntriesFolder("commonjs") }

  test("are imported by entries.ts", () => {
    const imported = [...readFileSync(ENTRIES, "utf8").matchAll(/^import .*"authjs-bink(.*)"$/gm)].map(
      ([, path]) => `.${path}`,
    )
    expect([...imported, "./package.json"].sort()).toEqual(Object.keys(manifest.exports).sort())
  })

  test("have the same types for moduleResolution node10 as in exports", () => {
    const { ".": root, "./package.json": _, ...entries } = manifest.exports
    expect(manifest.types).toBe(root.types)
    expect(manifest.typesVersions["*"]).toEqual(
      Object.fromEntries(Object.entries(entries).map(([name, { types }]) => [name.slice(2), [types]])),
    )
  })

  describe.each(COMPILERS)("with TypeScript $version", (compiler) => {
    const { version } = compiler
    const sideEffects = satisfies(version, ">=5.6") ? { noUncheckedSideEffectImports: true } : {}
    // TypeScript 7 has no node10. Before 5.8, a CommonJS file could not import an ES module.
    const options = [
      { type: "module", ...BUNDLER },
      { type: "module", ...NODENEXT },
      { type: "module", ...NODE16 },
      ...(satisfies(version, ">=5.8") ? [{ type: "commonjs", ...NODENEXT }] : []),
      ...(satisfies(version, "<6") ? [{ type: "commonjs", ...NODE10 }] : []),
    ]
    test.each(options)(
      "resolve in a $type package with moduleResolution $moduleResolution",
      ({ type, ...options }) => {
        const folder = folders[type as keyof typeof folders]
        const project = writeProject(folder, "tsconfig", ["entries.ts"], {
          ...options,
          ...sideEffects,
          skipLibCheck: true,
        })
        expect(compile(compiler, folder, [project])).toEqual({ [project]: [] })
      },
    )
  })
})

function createEntriesFolder(type: "module" | "commonjs"): string {
  const folder = createAppFolder({ react: "react", "@types/react": "@types/react" })
  cpSync(ENTRIES, join(folder, "entries.ts"))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type }))
  return folder
}
