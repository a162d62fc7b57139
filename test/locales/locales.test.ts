import { gzipSync } from "node:zlib"
import * as exported from "authjs-bink/locales"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import tsconfig from "../../tsconfig.json" with { type: "json" }

const locales = { ...exported }
const names = Object.keys(locales) as (keyof typeof locales)[]
const translations = names.filter((name) => name !== "en")
const keys = Object.keys(locales.en).sort()

/** What an app's bundle gains from these names of `authjs-bink/locales`, minified. */
async function bundle(imported: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${imported} } from "authjs-bink/locales"`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    tsconfigRaw: { compilerOptions: { paths: tsconfig.compilerOptions.paths, baseUrl: process.cwd() } },
  })
  return outputFiles[0]?.text ?? ""
}

test("there are at least 25 languages, the settled names among them", () => {
  expect(names.length).toBeGreaterThanOrEqual(25)
  expect(names).toEqual(expect.arrayContaining(["en", "de", "fr", "ar"]))
})

test("one language brings no other with it", async () => {
  const code = await bundle("de")
  expect(code).toContain(locales.de.signin_with)
  for (const name of names.filter((other) => other !== "de")) {
    expect(code, name).not.toContain(`"${locales[name].signin_with}"`)
  }
})

describe.each(names)("%s", (name) => {
  const words = locales[name]

  test("is named for a language that Intl knows", () => {
    const tag = name.replace(/[A-Z]+$/, "-$&")
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag)).toBeTruthy()
  })

  test("has every word, and no other", () => {
    expect(Object.keys(words).sort()).toEqual(keys)
    for (const [key, word] of Object.entries(words)) {
      expect(word.trim(), key).toBe(word)
      expect(word, key).not.toBe("")
      // Composed, so that every font and every comparison agrees.
      expect(word.normalize("NFC"), key).toBe(word)
    }
  })

  test("names Bink wherever English does, and nowhere else", () => {
    for (const key of keys as (keyof typeof words)[]) {
      expect(words[key].includes("Bink"), `${key}: ${words[key]}`).toBe(locales.en[key].includes("Bink"))
    }
  })

  test("keeps the levels, and the phrases of the button, apart", () => {
    expect(words.verified).not.toBe(words.trusted)
    expect(words.verifiedLabel).not.toBe(words.trustedLabel)
    expect(new Set([words.signin_with, words.signup_with, words.continue_with, words.signin]).size).toBe(4)
  })

  // WCAG 2.5.3: who speaks to the page says what they see.
  test("has a badge's visible label in its spoken name", () => {
    expect(words.verified.toLowerCase()).toContain(words.verifiedLabel.toLowerCase())
    expect(words.trusted.toLowerCase()).toContain(words.trustedLabel.toLowerCase())
  })

  test("ends its sentences, and only those", () => {
    const end = /[.。।]$/
    // Thai has no full stop: a space stands between sentences.
    const hasStops = name !== "th"
    for (const key of ["error", "verifiedExplanation", "trustedExplanation"] as const) {
      expect(end.test(words[key]), words[key]).toBe(hasStops)
    }
    for (const key of ["signin_with", "signin", "pending", "verified", "trustedLabel"] as const) {
      expect(words[key]).not.toMatch(end)
    }
  })

  test("weighs at most 400 bytes, minified and gzipped", async () => {
    expect(gzipSync(await bundle(name), { level: 9 }).length).toBeLessThanOrEqual(400)
  })
})

test.each(translations)("%s leaves nothing in English", (name) => {
  for (const key of keys as (keyof typeof locales.en)[]) {
    expect(locales[name][key], key).not.toBe(locales.en[key])
  }
})

test.each(["ar", "fa", "he"] as const)("%s is written in its own script, from the right", (name) => {
  const script = { ar: /\p{Script=Arabic}/u, fa: /\p{Script=Arabic}/u, he: /\p{Script=Hebrew}/u }[name]
  for (const word of Object.values(locales[name])) {
    expect(word).toMatch(script)
    // A sentence takes its direction from its first strong letter where the page sets none.
    if (/[.]$/.test(word)) expect(word).toMatch(new RegExp(`^${script.source}`, "u"))
  }
})
