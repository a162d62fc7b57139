import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }

const ROOT = resolve(import.meta.dirname, "../..")
const folder = mkdtempSync(join(tmpdir(), "authjs-bink-"))
let packed: { filename: string; unpackedSize: number; files: { path: string; mode: number }[] }

beforeAll(() => {
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
  })
  // npm 12 answers an object by name where npm 11 answers a list.
  const answer = JSON.parse(String(output))
  packed = Array.isArray(answer) ? answer[0] : answer[manifest.name]
})
afterAll(() => rmSync(folder, { recursive: true }))

test("the tarball holds the built files and the papers, and nothing else", () => {
  const paths = packed.files.map(({ path }) => path)
  const papers = paths.filter((path) => !path.startsWith("dist/"))
  expect(papers.sort()).toEqual(["LICENSE", "README.md", "package.json"])
  expect(paths.filter((path) => !/\.(js|d\.ts|css)$/.test(path) && path.startsWith("dist/"))).toEqual([])
})

test("installing it takes under 300 kB and brings no other package", () => {
  expect(packed.unpackedSize).toBeLessThan(300_000)
  expect(manifest).not.toHaveProperty("dependencies")
  expect(Object.keys(manifest.peerDependenciesMeta).sort()).toEqual(
    Object.keys(manifest.peerDependencies).sort(),
  )
  for (const meta of Object.values(manifest.peerDependenciesMeta)) expect(meta).toEqual({ optional: true })
})

test("publint finds nothing to say", async () => {
  const { publint } = await import("publint")
  const { messages } = await publint({ pkgDir: ROOT, strict: true })
  expect(messages).toEqual([])
})

test("the types are right for nodenext and for bundlers", () => {
  const attw = join(ROOT, "node_modules/.bin/attw")
  const run = () =>
    execFileSync(
      attw,
      [join(folder, packed.filename), "--profile", "esm-only", "--exclude-entrypoints", "styles.css"],
      {
        encoding: "utf8",
        stdio: "pipe",
      },
    )
  expect(run).not.toThrow()
})
