import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ROOT } from "./blocks.ts"

/** Compares the entries of the Errors page with the codes in the sources of this package, Auth.js and Better Auth. */
const read = (path: string) => readFileSync(join(ROOT, path), "utf8")
const readAll = (pattern: string) => globSync(pattern, { cwd: ROOT }).map(read).join("\n")
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found)

const page = read("docs/errors.md")
const entries = all(page, /^### `([\w.]+)`$/gm)
const anchors = new Set(entries.map((code) => code.toLowerCase()))

/** Codes of other kinds of sign-in: email, password, passkeys of Auth.js, OAuth 1 and OpenID Connect. */
const UNRELATED =
  /email(sign|create|_error|_requires)|credentials|webauthn|conditionalui|missingauthorize|experimental|unsupportedstrategy|^accountnotlinked$|twitter|oauth_v|nonce/i

const LISTS: Record<string, () => string[]> = {
  "this package": () => all(read("src/errors.ts"), /^ {2}\| "(\w+)"$/gm),
  "this package's warnings": () => all(readAll("src/**/*.ts"), /errorReference\("(\w+)"\)/g),
  "Auth.js 5, in the address bar": () => [
    ...all(read("node_modules/@auth/core/errors.js").split("clientErrors = ")[1] ?? "", /^ {4}"(\w+)",$/gm),
    ...all(
      read("node_modules/@auth/core/types.d.ts"),
      /^export type (?:ErrorPageParam|SignInPageErrorParam) = (.*);$/gm,
    ).flatMap((union) => all(union, /"(\w+)"/g)),
  ],
  "Auth.js 5, in the log": () => {
    const sources = readAll("node_modules/{@auth/core,next-auth}/{*.js,lib/**/*.js}")
    const thrown = new Set(all(sources, /new (\w+)\(/g))
    return all(sources, /^(?:export )?class (\w+) extends (?:Auth|SignIn)Error/gm).filter((name) =>
      thrown.has(name),
    )
  },
  "NextAuth 4, in the address bar": () => {
    const sources = readAll("node_modules/next-auth-4/core/{index.js,routes/*.js}")
    return [
      ...all(sources, /error\?error=(\w+)/g),
      ...all(sources, /if \(\[(.*)\]\.includes\(error\)\)/g).flatMap((list) => all(list, /"(\w+)"/g)),
    ]
  },
  "NextAuth 4, in the log": () => {
    const sources = readAll("node_modules/next-auth-4/{core,client}/**/*.js")
    return [
      /logger\.error\("([A-Z_]+)"/g,
      /warnings\.push\("([A-Z_0-9]+)"/g,
      /, "code", "([A-Z_]+)"\)/g,
    ].flatMap((pattern) => all(sources, pattern))
  },
  "Better Auth": () => {
    const codes = read("node_modules/better-auth/dist/oauth2/errors.mjs")
    const callback = readAll("node_modules/better-auth/dist/{state.mjs,oauth2/*.mjs,api/routes/callback.mjs}")
    const used = new Set(all(callback, /OAUTH_CALLBACK_ERROR_CODES\.(\w+)/g))
    return [
      ...[...codes.matchAll(/^\t([A-Z_]+): "(\w+)",?$/gm)]
        .filter(([, name = ""]) => used.has(name))
        .map(([, , code = ""]) => code),
      // Better Auth redirects with state_mismatch for this code.
      ...all(callback, /code: "(state_\w+)"/g).filter((code) => code !== "state_security_mismatch"),
      ...all(callback, /^\t+error: "([a-z ]+)",$/gm).map((words) => words.replaceAll(" ", "_")),
      ...all(callback, /errorURL, "(\w+)"\)/g),
      ...all(read("src/better-auth/bink-user.ts"), /code: "(\w+)"/g),
    ]
  },
}

/** The least number of codes in each list, so that a pattern that no longer matches fails. */
const LEAST: Record<string, number> = {
  "this package": 19,
  "this package's warnings": 1,
  "Auth.js 5, in the address bar": 11,
  "Auth.js 5, in the log": 20,
  "NextAuth 4, in the address bar": 10,
  "NextAuth 4, in the log": 12,
  "Better Auth": 18,
}

test.each(Object.entries(LISTS))("has an entry for every code of %s", (name, list) => {
  const codes = [...new Set(list())].filter((code) => name.startsWith("this") || !UNRELATED.test(code))
  expect(codes.length).toBeGreaterThanOrEqual(LEAST[name] as number)
  expect(codes.filter((code) => !anchors.has(code.toLowerCase()))).toEqual([])
})

test("has an entry for every code that doctor refers to", () => {
  const seen = all(readAll("src/cli/**/doctor/*.ts"), /withReference\([^"`]*(?:"[^"]*"|`[^`]*`)[^"]*"(\w+)"/g)
  expect(seen.length).toBeGreaterThan(5)
  expect(seen.filter((code) => !anchors.has(code.toLowerCase()))).toEqual([])
})

test("has one code in each heading, and no anchor twice", () => {
  expect(anchors.size).toBe(entries.length)
  expect(all(page, /^### (.+)$/gm)).toHaveLength(entries.length)
})

test("has no entry for an unknown code", () => {
  const known = new Set(
    Object.values(LISTS)
      .flatMap((list) => list())
      .map((code) => code.toLowerCase()),
  )
  expect(entries.filter((code) => !known.has(code.toLowerCase()))).toEqual([])
})

test("states meaning, cause and fix in each entry, or the name of another entry", () => {
  const [, ...sections] = page.split(/^### /m)
  const incomplete = sections.filter(
    (section) =>
      !["Meaning", "Cause", "Fix"].every((part) => section.includes(`- **${part}:** `)) &&
      !/ name for \[`\w+`\]\(#\w+\)/.test(section),
  )
  expect(incomplete).toEqual([])
})

test("quotes only messages that the sources of this package contain", () => {
  const [own = ""] = page.split("## In the address bar")
  const messages = all(own, /^Message: ((?:.+\n)+)/gm)
  // Compares the start of a message, up to a value that the source inserts, such as a status or an address.
  const quoted = messages
    .flatMap((text) => all(text, /`([^`]+)`/g))
    .flatMap((message) => all(message, /^([A-Z](?:(?!http)[^(\d…]){11,})/g))
  const sources = readAll("src/**/*.ts").replace(/["`] \+\s*["`]/g, "")
  expect(quoted.length).toBeGreaterThan(20)
  expect(quoted.filter((start) => !sources.includes(start.trimEnd()))).toEqual([])
})
