import { globSync, readFileSync } from "node:fs"
import { builtinModules } from "node:module"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"

const DIST = resolve(import.meta.dirname, "../../dist")
const files = globSync("**/*.{js,d.ts}", { cwd: DIST })
const builtins = new Set(builtinModules)

test("every import of a Node.js builtin in dist has the node: prefix", () => {
  const specifiers = files.flatMap((file) =>
    [...readFileSync(join(DIST, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
      ([, specifier = ""]) => `${file}: ${specifier}`,
    ),
  )
  // The pattern also finds imports in minified code.
  expect(specifiers.some((specifier) => /^cli\/.*: node:/.test(specifier))).toBe(true)
  expect(specifiers.some((specifier) => /^emulator\/.*: node:/.test(specifier))).toBe(true)
  expect(specifiers.filter((specifier) => builtins.has(specifier.split(": ")[1] ?? ""))).toEqual([])
})
