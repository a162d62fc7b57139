import * as locales from "authjs-bink/locales"

/** A language of the package, with what a page has to say about it. */
export interface Language {
  /** Its export in `authjs-bink/locales`. */
  name: string
  /** BCP 47. */
  tag: string
  /** In English. */
  title: string
  dir: "ltr" | "rtl"
  messages: typeof locales.en
}

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he"])
const titles = new Intl.DisplayNames("en", { type: "language" })

export const languages: Language[] = Object.entries(locales).map(([name, messages]) => {
  const tag = name.replace(/[A-Z]+$/, "-$&")
  return { name, tag, title: titles.of(tag) ?? tag, dir: RIGHT_TO_LEFT.has(name) ? "rtl" : "ltr", messages }
})

export function languageOf(name: string): Language {
  const language = languages.find((each) => each.name === name)
  if (!language) throw new Error(`authjs-bink/locales has no export "${name}".`)
  return language
}
