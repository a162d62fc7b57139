import { readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { blueBadge, goldBadge } from "../../src/brand/badge-icons.ts"
import { LOGO_PATH } from "../../src/brand/logo.ts"

/** The guides must be what was tried: each file that they give is an example's, and so is what they install and set. */
const ROOT = resolve(import.meta.dirname, "../..")

describe.each(["express", "sveltekit", "better-auth"])("docs/get-started/%s.md", (name) => {
  const read = (path: string) => readFileSync(join(ROOT, path), "utf8")
  const guide = read(`docs/get-started/${name}.md`)
  const manifest = JSON.parse(read(`examples/${name}/package.json`))
  const files = [
    ...guide.matchAll(/^```\w+\n(?:\/\/|<!--|\/\*|#) (\S+\.\w+|\.env)(?: -->| \*\/)?\n([\s\S]*?)^```$/gm),
  ].map(([, path = "", text = ""]) => ({ path: path === ".env" ? ".env.example" : path, text }))

  test("gives the set-up, the settings and the pages", () => {
    const paths = files.map(({ path }) => path)
    expect(paths).toContain(name === "sveltekit" ? "src/auth.ts" : "auth.ts")
    expect(paths).toContain(".env.example")
    expect(paths.length).toBeGreaterThan(6)
  })

  test.each(files)("$path is the example's", ({ path, text }) => {
    const ofExample = read(`examples/${name}/${path}`)
    // Only how the look begins: the rest is taste.
    if (path.endsWith("styles.css")) expect(ofExample.startsWith(text)).toBe(true)
    else expect(text).toBe(ofExample)
  })

  test("has everyone make a secret of their own, and gives none that is known to all", () => {
    expect(read(`examples/${name}/.env.example`)).not.toMatch(/^\w*AUTH_SECRET=/m)
    expect(guide).toMatch(/^echo "\w*AUTH_SECRET=\$\(openssl rand -base64 33\)" >> \.env$/m)
  })

  test("gives each file of the example's that another imports", () => {
    const paths = files.map(({ path }) => path)
    for (const { path, text } of files) {
      for (const [, imported = ""] of text.matchAll(/(?:from|import) "(\.[^"]+)"/g)) {
        if (imported.startsWith("./$")) continue // SvelteKit makes these.
        const wanted = join(dirname(path), imported)
        expect(
          paths.some((given) => given === wanted || given.replace(/\.tsx?$/, "") === wanted),
          imported,
        ).toBe(true)
      }
    }
  })

  test("gives the example's tsconfig.json", () => {
    const [, tsconfig] = guide.match(/^```json\n([\s\S]*?)^```$/m) ?? []
    expect(tsconfig).toBe(read(`examples/${name}/tsconfig.json`))
  })

  test("installs what the example depends on, and sets its scripts", () => {
    const installed = [...guide.matchAll(/^npm install (?:--save-dev )?(.+)$/gm)].flatMap(([, names = ""]) =>
      names.split(" ").map((spec) => spec.replace(/(?<=.)@\d+$/, "")),
    )
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect([...new Set(installed)].sort()).toEqual(needed.sort())
    for (const [, script = "", command] of guide.matchAll(/scripts\.([\w-]+)="([^"]*)"/g)) {
      expect(command, script).toBe(manifest.scripts[script])
    }
  })
})

test("SvelteKit's own components are drawn as React's are", () => {
  const drawn = (file: string) => {
    const text = readFileSync(join(ROOT, "examples/sveltekit/src/lib", file), "utf8")
    return [...text.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path)
  }
  expect(drawn("sign-in-with-bink.svelte")).toEqual([LOGO_PATH])
  expect(drawn("verification-badge.svelte")).toEqual([blueBadge.d, goldBadge.d])
})
