import { gzipSync } from "node:zlib"
import * as exported from "authjs-bink/locales"
import { signInErrorMessage } from "authjs-bink/react"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import tsconfig from "../../tsconfig.json" with { type: "json" }

const locales = { ...exported }
const names = Object.keys(locales) as (keyof typeof locales)[]
const translations = names.filter((name) => name !== "en")
const keys = Object.keys(locales.en).sort()

/** Returns the minified bundle of these exports of `authjs-bink/locales`. */
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

test("exports at least 25 languages, with en, de, fr and ar", () => {
  expect(names.length).toBeGreaterThanOrEqual(25)
  expect(names).toEqual(expect.arrayContaining(["en", "de", "fr", "ar"]))
})

test("the bundle of one language contains no other", async () => {
  const code = await bundle("de")
  expect(code).toContain(locales.de.signin_with)
  for (const name of names.filter((other) => other !== "de")) {
    expect(code, name).not.toContain(`"${locales[name].signin_with}"`)
  }
})

describe.each(names)("%s", (name) => {
  const messages = locales[name]

  test("has a name that Intl recognises as a language", () => {
    const tag = name.replace(/[A-Z]+$/, "-$&")
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag)).toBeTruthy()
  })

  test("has exactly the keys of English, with trimmed and composed texts", () => {
    expect(Object.keys(messages).sort()).toEqual(keys)
    for (const [key, text] of Object.entries(messages)) {
      expect(text.trim(), key).toBe(text)
      expect(text, key).not.toBe("")
      // Composed characters, so that string comparisons work.
      expect(text.normalize("NFC"), key).toBe(text)
    }
  })

  test("has the tag and the direction of its language", () => {
    expect(messages.lang).toBe(name.replace(/[A-Z]+$/, "-$&"))
    expect(messages.dir).toBe(["ar", "fa", "he"].includes(name) ? "rtl" : "ltr")
  })

  test("contains Bink in the same texts as English", () => {
    for (const key of keys as (keyof typeof messages)[]) {
      expect(messages[key].includes("Bink"), `${key}: ${messages[key]}`).toBe(
        locales.en[key].includes("Bink"),
      )
    }
  })

  test("has different texts for the levels and for the button", () => {
    expect(messages.verified).not.toBe(messages.trusted)
    expect(messages.verifiedLabel).not.toBe(messages.trustedLabel)
    expect(
      new Set([messages.signin_with, messages.signup_with, messages.continue_with, messages.signin]).size,
    ).toBe(4)
  })

  // WCAG 2.5.3 Label in Name.
  test("has the visible text of a badge in its accessible name", () => {
    expect(messages.verified.toLowerCase()).toContain(messages.verifiedLabel.toLowerCase())
    expect(messages.trusted.toLowerCase()).toContain(messages.trustedLabel.toLowerCase())
  })

  test("has a full stop only after sentences", () => {
    const end = /[.。।]$/
    // Thai has no full stop.
    const hasStops = name !== "th"
    const sentences = ["error", "declined", "notLinked", "notAllowed", "verifiedExplanation"] as const
    for (const key of [...sentences, "trustedExplanation"] as const) {
      expect(end.test(messages[key]), messages[key]).toBe(hasStops)
    }
    for (const key of ["signin_with", "signin", "pending", "verified", "trustedLabel"] as const) {
      expect(messages[key]).not.toMatch(end)
    }
  })

  test("tells declined, unlinked, rejected and failed sign-ins apart", () => {
    const errors = ["OAuthCallbackError", "OAuthAccountNotLinked", "AccessDenied", "Configuration"]
    const texts = errors.map((error) => signInErrorMessage(error, messages))
    expect(new Set(texts).size).toBe(errors.length)
    expect(texts).toEqual([messages.declined, messages.notLinked, messages.notAllowed, messages.error])
  })

  test("has at most 450 bytes, minified and gzipped", async () => {
    expect(gzipSync(await bundle(name), { level: 9 }).length).toBeLessThanOrEqual(450)
  })
})

test.each(translations)("%s has no English text", (name) => {
  for (const key of keys.filter((key) => key !== "dir") as (keyof typeof locales.en)[]) {
    expect(locales[name][key], key).not.toBe(locales.en[key])
  }
})

test.each(["ar", "fa", "he"] as const)("%s is in its own script and starts sentences with it", (name) => {
  const script = { ar: /\p{Script=Arabic}/u, fa: /\p{Script=Arabic}/u, he: /\p{Script=Hebrew}/u }[name]
  for (const [key, text] of Object.entries(locales[name])) {
    if (["lang", "dir"].includes(key)) continue
    expect(text).toMatch(script)
    // Without `dir`, the first strong letter sets the direction of a sentence.
    if (/[.]$/.test(text)) expect(text).toMatch(new RegExp(`^${script.source}`, "u"))
  }
})
