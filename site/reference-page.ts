import { type DeclarationReflection, ReflectionKind } from "typedoc"

/** What each public entry is for, in a sentence. */
const PURPOSES: Record<string, string> = {
  "authjs-bink": "The provider for Auth.js and NextAuth, and Bink's identity in the session.",
  "authjs-bink/react": "The sign-in button, the badge, and the sign-in without a look.",
  "authjs-bink/locales": "The words of the components in other languages, one export each.",
  "authjs-bink/api": "Bink's user endpoint, without Auth.js.",
  "authjs-bink/emulator": "A Bink for your own machine and for tests.",
  "authjs-bink/better-auth": "Sign in with Bink for Better Auth.",
  "authjs-bink/next-auth": "Types of the session for Auth.js and NextAuth. Nothing at run time.",
}

/** A page as TypeDoc wrote it, made one of the site's. */
export function referencePage(name: string, module: DeclarationReflection, written: string): string {
  const purpose = PURPOSES[name]
  if (!purpose) throw new Error(`site/reference-page.ts does not say what ${name} is for.`)
  const frontMatter = {
    title: name,
    description: purpose,
    tableOfContents: { maxHeadingLevel: 2 },
  }
  const body = name.endsWith("/locales") ? languageTable(module) : withReexportsLast(readable(written))
  return `---\n${JSON.stringify(frontMatter)}\n---\n\n${body}\n`
}

/** What TypeDoc can only say of types, as a person would say it. */
function readable(written: string): string {
  return (
    written
      // A component is what it takes.
      .replace(
        /```ts\nconst (\w+): ForwardRefExoticComponent<\s*Omit<(\w+), "ref">[^`]*```/g,
        (_, name, props) =>
          `\`\`\`tsx\n<${name} {...props} />\n\`\`\`\n\nProps: [\`${props}\`](#${props.toLowerCase()}).`,
      )
      // A parameter that is taken apart where it is declared has no name. They all are options.
      .replaceAll("__namedParameters", "options")
      // Examples without a language are TypeScript to TypeDoc, elements or not.
      .replace(/```ts\n(?=[^`]*(?<!\w)<[A-Z]\w*[ >])/g, "```tsx\n")
      .replace(/(?<=\n)BinkError(?= `)/g, "[BinkError](authjs-bink.md#binkerror)")
      // Who extends a type, and types that no app can name.
      .replace(/#+ Extended by\n\n(- .*\n)+/g, "")
      .replace(/^- `(?!Error)\w+`\n/gm, "")
      .replace(/#+ Extends\n\n(?!- )/g, "")
      // The rules between members say less than their headings, and an empty cell says it without a dash.
      .replaceAll("\n***\n", "")
      .replace(/\| -(?= \|)/g, "| ")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  )
}

/** The names that are described on the page of another entry, in one line. */
function withReexportsLast(written: string): string {
  const links: string[] = []
  const own = written.replace(
    /## (\w+)\n\n(?:Re-exports|Renames and re-exports) \[.*?\](\(.*?\))\n*/g,
    (_, name, to) => {
      links.push(`[\`${name}\`]${to}`)
      return ""
    },
  )
  return links.length > 0 ? `${own.trim()}\n\n## Exported here too\n\n${links.join(", ")}.` : own
}

/** `import { de } from "authjs-bink/locales"`, for each language. */
function languageTable(module: DeclarationReflection): string {
  const names = new Intl.DisplayNames("en", { type: "language" })
  const rows = (module.children ?? [])
    .filter(({ kind }) => kind === ReflectionKind.Variable)
    .map(({ name }) => ({ name, tag: name.replace(/[A-Z]+$/, "-$&") }))
    .map(({ name, tag }) => `| \`${name}\` | ${names.of(tag)} | \`${tag}\` |`)
  return [
    "Each is a whole [`BinkMessages`](react.md#binkmessages), for the `messages` of both components:",
    '```tsx\nimport { de } from "authjs-bink/locales"\nimport { SignInWithBinkButton } from "authjs-bink/react"\n\n' +
      "export const Button = () => <SignInWithBinkButton messages={de} />\n```",
    `| export | language | tag |\n| --- | --- | --- |\n${rows.join("\n")}`,
  ].join("\n\n")
}
