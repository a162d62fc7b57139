import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }

/**
 * What each entry of the package exports at run time. A new name is a promise to everyone who installs this:
 * it is added here by hand, in the change that makes it.
 */
const REVIEWED: Record<string, string[]> = {
  ".": ["Bink", "BinkError", "default", "meetsVerification", "withBink"],
  "./react": ["BinkLogo", "SignInWithBinkButton", "VerificationBadge", "useSignInWithBink"],
  "./api": ["BinkError", "getBinkUser"],
  "./emulator": ["createBinkEmulator"],
  "./better-auth": ["BinkError", "bink", "binkUser"],
  "./next-auth": [],
}

const ROOT = resolve(import.meta.dirname, "../..")
const entries = Object.entries(
  manifest.exports as Record<string, string | { types: string; default: string }>,
)

test.each(Object.entries(REVIEWED))("%s exports exactly the reviewed names", async (entry, names) => {
  expect(Object.keys(await import(join("authjs-bink", entry))).sort()).toEqual(names)
})

/** Types that an entry exports only with `export type { … }`. */
const REVIEWED_TYPES: Record<string, string[]> = { "./locales": ["BinkMessages"] }

test.each(Object.entries(REVIEWED_TYPES))("%s exports exactly the reviewed types", (entry, names) => {
  const declarations = readFileSync(join(ROOT, manifest.exports[entry as "./locales"].types), "utf8")
  const exported = [...declarations.matchAll(/^export type \{ (.+) \} from/gm)].flatMap(([, list = ""]) =>
    list.split(", "),
  )
  expect(exported.sort()).toEqual(names)
})

test("every entry is either reviewed or has a test of its own", () => {
  const elsewhere = ["./locales", "./styles.css", "./package.json"]
  expect(entries.map(([entry]) => entry).sort()).toEqual([...Object.keys(REVIEWED), ...elsewhere].sort())
})

test.each(entries)("%s points at files that exist", (_, target) => {
  for (const file of typeof target === "string" ? [target] : Object.values(target)) {
    expect(existsSync(join(ROOT, file)), file).toBe(true)
  }
})

test.each([".", "./api", "./better-auth", "./react", "./locales"])(
  "%s pulls in no other package but its peers",
  (entry) => {
    const target = manifest.exports[entry as "."]
    const packages = [...graphOf(join(ROOT, target.default)).packages]
    expect(packages).toEqual(entry === "./react" ? ["react", "react/jsx-runtime"] : [])
  },
)

test("the front door brings neither React nor the emulator", () => {
  const { files } = graphOf(join(ROOT, manifest.exports["."].default))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => /dist\/(react|emulator|cli)\//.test(file))).toEqual([])
})

/** Every file that a built file brings in, and every package that those name. Read as text: nothing is run. */
function graphOf(start: string): { files: string[]; packages: Set<string> } {
  const files = new Set([start])
  const packages = new Set<string>()
  for (const file of files) {
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
      /(?:from|import)\s*\(?\s*"([^"]+)"/g,
    )) {
      if (specifier.startsWith(".")) files.add(resolve(dirname(file), specifier))
      else packages.add(specifier)
    }
  }
  return { files: [...files], packages: new Set([...packages].sort()) }
}
