import Bink from "authjs-bink"
import { expect, test } from "vitest"
import { isBinkProvider } from "../../src/provider/mark.ts"

const credentials = { clientId: "client", clientSecret: "secret" }

test("isBinkProvider recognizes a Bink provider under any id, uncalled and spread", () => {
  for (const provider of [
    Bink,
    Bink(credentials),
    Bink({ ...credentials, id: "bink-eu" }),
    { ...Bink(credentials), name: "EU" },
  ]) {
    expect(isBinkProvider(provider)).toBe(true)
  }
  for (const other of [{ id: "bink" }, () => ({ id: "bink" }), null, undefined, "bink"]) {
    expect(isBinkProvider(other)).toBe(false)
  }
})

test("the mark of a Bink provider is neither enumerable in a loop nor part of its JSON", () => {
  const provider = Bink(credentials)
  const keys: string[] = []
  for (const key in provider) keys.push(key)
  expect(keys.join()).not.toContain("authjs-bink")
  expect(JSON.stringify(provider)).not.toContain("authjs-bink")
})
