import { globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"

/** What can be seen of a failure has an entry. The lists come from the sources, so that a new code is missed at once. */
const ROOT = resolve(import.meta.dirname, "../..")
const read = (path: string) => readFileSync(join(ROOT, path), "utf8")
const readAll = (pattern: string) => globSync(pattern, { cwd: ROOT }).map(read).join("\n")
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found)

const entries = all(read("docs/errors.md"), /^### `([\w.]+)`$/gm)
const anchors = new Set(entries.map((code) => code.toLowerCase()))

/** Auth.js's codes of sign-ins by e-mail, by password and by its own passkeys, and of OAuth 1 and OpenID Connect. */
const ELSEWHERE =
  /email(sign|create|_error|_requires)|credentials|webauthn|conditionalui|missingauthorize|experimental|unsupportedstrategy|^accountnotlinked$|twitter|oauth_v|nonce/i

const LISTS: Record<string, () => string[]> = {
  "this package": () => all(read("src/errors.ts").split("/** What is known")[0] ?? "", /^ {2}\| "(\w+)"$/gm),
  "this package's warnings": () => all(readAll("src/**/*.ts"), /errorReference\("(\w+)"\)/g),
  "Auth.js 5, in the address": () => [
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
  "NextAuth 4, in the address": () => {
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
      // In the address this one is called state_mismatch.
      ...all(callback, /code: "(state_\w+)"/g).filter((code) => code !== "state_security_mismatch"),
      ...all(callback, /^\t+error: "([a-z ]+)",$/gm).map((words) => words.replaceAll(" ", "_")),
      ...all(callback, /errorURL, "(\w+)"\)/g),
      ...all(read("src/better-auth/bink-user.ts"), /code: "(\w+)"/g),
    ]
  },
}

/** Each list is at least as long as it was when it was looked at: a pattern that no longer matches is no pass. */
const LEAST: Record<string, number> = {
  "this package": 17,
  "this package's warnings": 1,
  "Auth.js 5, in the address": 11,
  "Auth.js 5, in the log": 20,
  "NextAuth 4, in the address": 10,
  "NextAuth 4, in the log": 12,
  "Better Auth": 18,
}

test.each(Object.entries(LISTS))("every code of %s has an entry", (name, list) => {
  const codes = [...new Set(list())].filter((code) => name.startsWith("this") || !ELSEWHERE.test(code))
  expect(codes.length).toBeGreaterThanOrEqual(LEAST[name] as number)
  expect(codes.filter((code) => !anchors.has(code.toLowerCase()))).toEqual([])
})

test("what the doctor refers to has an entry", () => {
  const seen = all(readAll("src/cli/doctor/*.ts"), /see: "(\w+)"/g)
  expect(seen.length).toBeGreaterThan(5)
  expect(seen.filter((code) => !anchors.has(code.toLowerCase()))).toEqual([])
})

test("no two entries have the same anchor, and each code stands alone in its heading", () => {
  expect(anchors.size).toBe(entries.length)
  expect(all(read("docs/errors.md"), /^### (.+)$/gm)).toHaveLength(entries.length)
})

test("no entry is of a code that is nowhere", () => {
  const known = new Set(
    Object.values(LISTS)
      .flatMap((list) => list())
      .map((code) => code.toLowerCase()),
  )
  // RFC 6749 §4.1.2.1, handed on as it came.
  known.add("access_denied")
  expect(entries.filter((code) => !known.has(code.toLowerCase()))).toEqual([])
})
