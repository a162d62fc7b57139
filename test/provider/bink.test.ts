import Bink, { Bink as named } from "authjs-bink"
import { expect, test } from "vitest"

const credentials = { clientId: "client", clientSecret: "secret" }

test("Bink is both the default export and a named export", () => {
  expect(named).toBe(Bink)
})

test("Bink() returns an OAuth provider with Bink's endpoints", () => {
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

test("profile() returns a user that fits every adapter's default schema, and does not change its argument", () => {
  const profile = Object.freeze({
    id: "user-1",
    name: null,
    email: "ada@example.com",
    username: "ada",
    avatar: null,
    plan: "FREE",
    verificationLevel: 2,
  })
  expect(Bink(credentials).profile(profile)).toEqual({
    id: "user-1",
    name: "ada",
    email: "ada@example.com",
    image: null,
  })
})

test("each call of Bink() returns new, unfrozen objects, because Auth.js writes into them", () => {
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

test("Bink() passes the options that Auth.js merges, without undefined values", () => {
  const { options } = Bink({
    ...credentials,
    name: undefined,
    id: "bink-eu",
    redirectProxyUrl: "https://a.example",
  })
  expect({ ...options }).toStrictEqual({ id: "bink-eu", redirectProxyUrl: "https://a.example" })
})

test("omitEmail leaves the email address out of the user", () => {
  const profile = { id: "1", name: "Ada", username: "ada", email: "ada@example.com", avatar: null }
  const credentials = { clientId: "client", clientSecret: "secret" }
  expect(Bink({ ...credentials, omitEmail: true }).profile(profile)).toMatchObject({ id: "1", email: null })
  expect(Bink(credentials).profile(profile)).toMatchObject({ email: "ada@example.com" })
  expect(Bink({ ...credentials, omitEmail: true })).not.toHaveProperty("options.omitEmail")
})
