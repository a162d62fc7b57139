import * as locales from "authjs-bink/locales"

/** A language of `authjs-bink/locales`. */
export interface Language {
  /** Name of the export. */
  name: string
  /** BCP 47 language tag. */
  tag: string
  /** English name of the language. */
  title: string
  dir: "ltr" | "rtl"
  messages: locales.BinkMessages
}

const titles = new Intl.DisplayNames("en", { type: "language" })

export const languages: Language[] = Object.entries(locales).map(([name, messages]) => {
  const { lang: tag, dir } = messages
  return { name, tag, title: titles.of(tag) ?? tag, dir, messages }
})

/** Returns the language of an export of `authjs-bink/locales`. */
export function languageOf(name: string): Language {
  const language = languages.find((each) => each.name === name)
  if (!language) throw new Error(`authjs-bink/locales has no export "${name}".`)
  return language
}
