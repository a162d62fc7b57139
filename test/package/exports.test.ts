import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }

/** The run-time exports of each entry. A new export is added to this list by hand, so that a review covers it. */
const REVIEWED: Record<string, string[]> = {
  ".": ["Bink", "BinkError", "default", "meetsVerification", "withBink"],
  "./react": [
    "BinkLogo",
    "SignInWithBinkButton",
    "VerificationBadge",
    "VerificationBadgeButton",
    "signInErrorMessage",
    "useSignInWithBink",
  ],
  "./api": ["BinkError", "getBinkUser", "parseProfile"],
  "./oauth": ["BinkError", "createBinkClient", "generateCodeVerifier", "generateState"],
  "./testing": ["BinkError", "signInAs", "startBink"],
  "./emulator": ["createBinkEmulator"],
  "./better-auth": ["BinkError", "bink", "binkUser", "binkUserClient"],
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

test("every entry is in the reviewed list or has its own test", () => {
  const testedElsewhere = ["./locales", "./styles.css", "./package.json"]
  expect(entries.map(([entry]) => entry).sort()).toEqual(
    [...Object.keys(REVIEWED), ...testedElsewhere].sort(),
  )
})

test.each(entries)("%s points to files that exist", (_, target) => {
  for (const file of typeof target === "string" ? [target] : Object.values(target)) {
    expect(existsSync(join(ROOT, file)), file).toBe(true)
  }
})

test.each([".", "./api", "./oauth", "./better-auth", "./react", "./locales"])(
  "%s imports no package except its peers",
  (entry) => {
    const target = manifest.exports[entry as "."]
    const packages = [...graphOf(join(ROOT, target.default)).packages]
    expect(packages).toEqual(entry === "./react" ? ["react", "react/jsx-runtime"] : [])
  },
)

test("the main entry imports neither React nor the emulator nor the CLI", () => {
  const { files } = graphOf(join(ROOT, manifest.exports["."].default))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => /dist\/(react|emulator|cli)\//.test(file))).toEqual([])
})

/** Returns all files that a built file imports, and the packages that they import. Reads the text and runs nothing. */
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
