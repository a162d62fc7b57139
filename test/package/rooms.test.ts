import { globSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"

/**
 * Who may import whom. A room is a folder of `src`, or a file at its top. `packages` are allowed at run time,
 * `types` only by `import type`.
 */
const RULES: Record<string, { rooms: string[]; packages?: RegExp; types?: RegExp }> = {
  "errors.ts": { rooms: [] },
  protocol: { rooms: ["errors.ts"] },
  api: { rooms: ["protocol", "errors.ts"] },
  provider: { rooms: ["protocol", "errors.ts", "api"], types: /^@auth\/core\// },
  session: { rooms: ["protocol", "errors.ts", "api"], types: /^(@auth\/core|next-auth)(\/|$)/ },
  react: {
    rooms: ["protocol", "errors.ts", "locales"],
    packages: /^react(\/jsx-runtime)?$/,
    types: /^react/,
  },
  locales: { rooms: ["protocol", "react"] },
  emulator: { rooms: ["protocol", "errors.ts"] },
  cli: { rooms: ["api", "emulator", "protocol", "errors.ts"], packages: /^node:/ },
  "better-auth": { rooms: ["protocol", "errors.ts", "api", "provider"], types: /^better-auth(\/|$)/ },
  "next-auth.ts": { rooms: ["session"], types: /^next-auth(\/jwt)?$/ },
  "index.ts": { rooms: ["provider", "session", "protocol", "errors.ts"] },
}

/** Files with a rule of their own, wider than their room's. */
const WIDER: Record<string, RegExp> = { "emulator/serve.ts": /^node:/ }

/** English has its home in react, whose default it is: an object of words alone, which `locales/en.ts` hands on. */
const ENGLISH = /\/react\/english\.js$/

const SRC = resolve(import.meta.dirname, "../../src")
const files = globSync("**/*.{ts,tsx}", { cwd: SRC }).map((file) => file.replaceAll("\\", "/"))

test("every file of src stands in a room that has a rule", () => {
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) expect(Object.keys(RULES), file).toContain(roomOf(file))
})

test.each(files)("%s imports only what its room may", (file) => {
  const room = roomOf(file)
  const rule = RULES[room]
  for (const { specifier, isType } of importsOf(readFileSync(join(SRC, file), "utf8"))) {
    if (specifier.startsWith(".")) {
      const target = roomOf(relative(SRC, resolve(SRC, dirname(file), specifier)).replaceAll("\\", "/"))
      // Rooms that lend types, and nothing else: BinkError would weigh more than the sign-in it reports on.
      const isTypesOnly =
        (room === "locales" && target === "react") ||
        (room === "react" && (target === "locales" || target === "errors.ts"))
      expect([room, ...(rule?.rooms ?? [])], `${file} → ${specifier}`).toContain(target)
      if (isTypesOnly && !ENGLISH.test(specifier))
        expect(isType, `${file} → ${specifier} may be imported as a type only`).toBe(true)
    } else {
      const allowed = [rule?.packages, WIDER[file], isType ? rule?.types : undefined]
      expect(
        allowed.some((pattern) => pattern?.test(specifier)),
        `${file} → ${specifier}`,
      ).toBe(true)
    }
  }
})

function roomOf(file: string): string {
  const [top = ""] = file.split("/")
  return file.includes("/") ? top : top.replace(/\.js$/, ".ts")
}

/**
 * Static imports, re-exports and `import()` with a literal, read as text after comments are gone, and the texts that hold
 * double quotes: code that the command line writes into an app.
 */
function importsOf(source: string): { specifier: string; isType: boolean }[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/`(?:\\.|[^`\\])*`|'[^'\n]*'/g, "``")
  const statements = code.matchAll(/\b(import|export)\s+(type\s)?[^"'`;]*?from\s*["']([^"']+)["']/g)
  const bare = code.matchAll(/\bimport\s*\(?\s*["']([^"']+)["']/g)
  return [
    ...[...statements].map(([, , type, specifier = ""]) => ({ specifier, isType: Boolean(type) })),
    ...[...bare].map(([, specifier = ""]) => ({ specifier, isType: false })),
  ]
}
