import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { SUPPORTED_VERSIONS } from "../../src/cli/manifest.ts"

const ROOT = resolve(import.meta.dirname, "../..")
const directory = mkdtempSync(join(tmpdir(), "authjs-bink-"))
let packed: { filename: string; unpackedSize: number; files: { path: string; mode: number }[] }

beforeAll(() => {
  const output = execFileSync(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", directory],
    {
      cwd: ROOT,
    },
  )
  // npm 11 prints an array, npm 12 an object by package name.
  const result = JSON.parse(String(output))
  packed = Array.isArray(result) ? result[0] : result[manifest.name]
})
afterAll(() => rmSync(directory, { recursive: true }))

const dist = () => packed.files.map(({ path }) => path).filter((path) => path.startsWith("dist/"))

test("the tarball contains only the built files, the registry, LICENSE, README.md, docs/errors.md and package.json", () => {
  const paths = packed.files.map(({ path }) => path)
  const otherFiles = paths.filter((path) => !path.startsWith("dist/"))
  expect(otherFiles.sort()).toEqual([
    "LICENSE",
    "README.md",
    "docs/errors.md",
    "package.json",
    "registry/r/registry.json",
    "registry/r/sign-in-with-bink-button.json",
    "registry/r/verification-badge.json",
  ])
  expect(paths.filter((path) => !/\.(js|d\.ts|css)$/.test(path) && path.startsWith("dist/"))).toEqual([
    "dist/cli/third-party-licenses.txt",
  ])
})

test("dist contains only the directories of src", () => {
  const top = new Set(dist().map((path) => path.split("/")[1]))
  expect([...top].sort()).toEqual([
    "api",
    "better-auth",
    "brand",
    "cli",
    "emulator",
    "errors.d.ts",
    "errors.js",
    "index.d.ts",
    "index.js",
    "locales",
    "next-auth.d.ts",
    "next-auth.js",
    "oauth",
    "profile",
    "provider",
    "react",
    "session",
    "styles.css",
    "styles.css.d.ts",
    "testing",
  ])
})

test("every file of dist is imported by an export or by the CLI", () => {
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  )
  const reached = new Set([...entries, ...Object.values(manifest.bin)].map((path) => join(ROOT, path)))
  for (const file of reached) {
    const imports = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(imports)) {
      const target = resolve(dirname(file), path)
      reached.add(file.endsWith(".d.ts") ? target.replace(/\.js$/, ".d.ts") : target)
    }
  }
  const unreached = dist().filter((path) => !path.endsWith(".txt") && !reached.has(join(ROOT, path)))
  expect(unreached).toEqual([])
})

test("no file is a test or contains a source map, a local path or a secret", () => {
  for (const { path } of packed.files) {
    expect(path).not.toMatch(/\.map$|\.test\.|\.env|\.npmrc/)
    const text = readFileSync(join(ROOT, path), "utf8")
    expect(text, path).not.toContain(ROOT)
    expect(text, path).not.toMatch(
      /sourceMappingURL|-----BEGIN|\bnpm_[A-Za-z0-9]{36}|\bgh[ps]_[A-Za-z0-9]{36}/,
    )
  }
})

test("the CLI is executable and starts with a shebang", () => {
  const [path = ""] = Object.values(manifest.bin)
  expect(packed.files.find((file) => file.path === path)?.mode).toBe(0o755)
  expect(readFileSync(join(ROOT, path), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/)
})

test("the package is smaller than 700 kB, has no dependencies and only optional peers", () => {
  expect(packed.unpackedSize).toBeLessThan(700_000)
  expect(manifest).not.toHaveProperty("dependencies")
  for (const meta of Object.values(manifest.peerDependenciesMeta)) expect(meta).toEqual({ optional: true })
})

test("every imported package is an optional peer, and no peer has a range", () => {
  // The CLI contains code that it writes into apps.
  const library = dist().filter((path) => !path.startsWith("dist/cli/"))
  const imported = library.flatMap((path) => [
    ...readFileSync(join(ROOT, path), "utf8").matchAll(
      /^(?:import|export)\b[^;`]*?\bfrom ?"(@[^"]+?\/[^"/]+|[^@."][^"/]*)[/"]/gm,
    ),
  ])
  const names = new Set(imported.map(([, name = ""]) => name).filter((name) => !name.startsWith("node:")))
  // Packages of which only types are imported have no range. Yarn PnP and pnpm read them as peers of any version.
  expect(Object.keys(manifest.peerDependenciesMeta).sort()).toEqual([...names].sort())
  // npm also resolves optional peers, and fails if another package needs another version. doctor checks versions instead.
  expect(manifest.peerDependencies).toEqual({ react: "*" })
  expect(Object.keys(SUPPORTED_VERSIONS)).toEqual(expect.arrayContaining([...names]))
})

test("publint reports no problem", async () => {
  const { publint } = await import("publint")
  const { messages } = await publint({ pkgDir: ROOT, strict: true })
  expect(messages).toEqual([])
})

test("attw finds no problem with the types for nodenext and bundlers", () => {
  const attw = join(ROOT, "node_modules/.bin/attw")
  const run = () =>
    execFileSync(
      attw,
      [join(directory, packed.filename), "--profile", "esm-only", "--exclude-entrypoints", "styles.css"],
      {
        encoding: "utf8",
        stdio: "pipe",
      },
    )
  expect(run).not.toThrow()
})
