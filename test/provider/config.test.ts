import Bink, { Bink as named } from "authjs-bink"
import { expect, test } from "vitest"
import { isBinkProvider } from "../../src/provider/mark.ts"

const credentials = { clientId: "client", clientSecret: "secret" }

test("Bink is the default export and a named one", () => {
  expect(named).toBe(Bink)
})

test("is what a provider of Auth.js is", () => {
  expect(Bink(credentials)).toMatchObject({
    id: "bink",
    name: "Bink",
    type: "oauth",
    issuer: "https://bink.link",
    authorization: { url: "https://bink.link/api/oauth/authorize", params: { scope: "" } },
    token: { url: "https://bink.link/api/oauth/token" },
    userinfo: { url: "https://bink.link/api/oauth/user" },
    checks: ["pkce", "state"],
    client: { token_endpoint_auth_method: "client_secret_post" },
    ...credentials,
  })
})

test("gives a user that every adapter's default schema takes, and changes nothing on the way", () => {
  const profile = Object.freeze({
    id: "person-1",
    name: null,
    email: "ada@example.com",
    username: "ada",
    avatar: null,
    plan: "FREE",
    verificationLevel: 2,
  })
  expect(Bink(credentials).profile(profile)).toEqual({
    id: "person-1",
    name: "ada",
    email: "ada@example.com",
    image: null,
  })
})

test("is made anew at every call, and lets itself be changed: Auth.js writes into it", () => {
  const parts = () => {
    const { authorization, token, userinfo, checks, client, style, options } = Bink(credentials)
    return [authorization, token, userinfo, checks, client, style, options]
  }
  const first = parts()
  parts().forEach((part, index) => {
    expect(part).not.toBe(first[index])
    expect(Object.isFrozen(part)).toBe(false)
  })
})

test("is known as Bink's under any id, called or not, and when spread", () => {
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

test("the mark is seen by no loop and no JSON", () => {
  const provider = Bink(credentials)
  const keys: string[] = []
  for (const key in provider) keys.push(key)
  expect(keys.join()).not.toContain("authjs-bink")
  expect(JSON.stringify(provider)).not.toContain("authjs-bink")
})

test("keeps the options that Auth.js merges, and none that are absent", () => {
  const { options } = Bink({
    ...credentials,
    name: undefined,
    id: "bink-eu",
    redirectProxyUrl: "https://a.example",
  })
  expect({ ...options }).toStrictEqual({ id: "bink-eu", redirectProxyUrl: "https://a.example" })
})
