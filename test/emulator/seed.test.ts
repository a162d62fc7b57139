import type { BinkProfile } from "authjs-bink"
import { type BinkEmulatorOptions, createBinkEmulator } from "authjs-bink/emulator"
import { expect, test } from "vitest"

const USER: BinkProfile = {
  id: "a",
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
}
const CLIENT = { clientId: "c", clientSecret: "s", name: "C", redirectUris: ["https://app.test/cb"] }

test("accepts a seed from JSON", () => {
  const seed = JSON.stringify({
    users: [USER],
    clients: [CLIENT],
    tokens: { bink_x: "a" },
    consent: { a: "approve" },
  })
  expect(() => createBinkEmulator(JSON.parse(seed))).not.toThrow()
})

test.each<[string, object, string]>([
  ["users that are not a list", { users: {} }, "users must be a list"],
  ["a user that is null", { users: [null] }, "users[0] must be an object"],
  ["a user without an id", { users: [{ ...USER, id: undefined }] }, "users[0].id"],
  ["a user with a blank id", { users: [{ ...USER, id: " " }] }, "users[0].id"],
  ["a user with a numeric id", { users: [{ ...USER, id: 7 }] }, "users[0].id"],
  ["two users with the same id", { users: [USER, USER] }, "users[1].id is a duplicate"],
  ["a user without a name field", { users: [{ ...USER, name: undefined }] }, "users[0].name"],
  [
    "an avatar that is not an http(s) URL",
    { users: [{ ...USER, avatar: "javascript:alert(1)" }] },
    "users[0].avatar",
  ],
  ["an avatar without a scheme", { users: [{ ...USER, avatar: "//pictures.test/a" }] }, "users[0].avatar"],
  ["an unknown plan", { users: [{ ...USER, plan: "GOLD" }] }, "users[0].plan"],
  [
    "an unknown verification level",
    { users: [{ ...USER, verificationLevel: 3 }] },
    "users[0].verificationLevel",
  ],
  ["a client without a secret", { clients: [{ ...CLIENT, clientSecret: "" }] }, "clients[0].clientSecret"],
  [
    "a client without redirect URIs",
    { clients: [{ ...CLIENT, redirectUris: [] }] },
    "clients[0].redirectUris",
  ],
  [
    "a relative redirect URI",
    { clients: [{ ...CLIENT, redirectUris: ["/cb"] }] },
    "clients[0].redirectUris[0]",
  ],
  [
    "a redirect URI with a fragment",
    { clients: [{ ...CLIENT, redirectUris: ["https://a.test/#x"] }] },
    "fragment",
  ],
  [
    "a redirect URI with a line break",
    { clients: [{ ...CLIENT, redirectUris: ["https://a.test/\n"] }] },
    "[0]",
  ],
  ["a javascript: redirect URI", { clients: [{ ...CLIENT, redirectUris: ["javascript:x"] }] }, "[0]"],
  ["two clients with the same id", { clients: [CLIENT, CLIENT] }, "clients[1].clientId is a duplicate"],
  ["a token of an unknown user", { users: [USER], tokens: { bink_x: "b" } }, "Known ids: a"],
  [
    "a token without the prefix bink_",
    { users: [USER], tokens: { ghp_secret: "a" } },
    "personal access token",
  ],
  ["tokens in an array", { tokens: ["bink_x"] }, "tokens must be an object"],
  ["consent of an unknown user", { consent: { b: "approve" } }, "consent has an unknown user id"],
  ["an unknown consent decision", { users: [USER], consent: { a: "maybe" } }, "consent.a"],
  ["an unknown signed-in user", { signedInAs: "b" }, "signedInAs has an unknown user id"],
])("rejects %s", (_, options, message) => {
  const make = () => createBinkEmulator(options as BinkEmulatorOptions)
  expect(make).toThrow(expect.objectContaining({ name: "BinkError", code: "invalid_seed" }))
  expect(make).toThrow(message)
  expect(make).not.toThrow(/ghp_secret|bink_x/)
})

test.each([{ state: "maybe" }, { pkce: true }])("rejects an unknown value of an option: %o", (options) => {
  expect(() => createBinkEmulator(options as unknown as BinkEmulatorOptions)).toThrow(
    expect.objectContaining({ code: "invalid_option" }),
  )
})

test("later changes to the options do not change the emulator", async () => {
  const users = [{ ...USER, name: "Ada" }]
  const bink = createBinkEmulator({ users, tokens: { bink_x: "a" } })
  Object.assign(users[0] as object, { name: "Eve" })
  const response = await bink.fetch(
    new Request("http://bink.test/api/oauth/user", { headers: { Authorization: "Bearer bink_x" } }),
  )
  expect(await response.json()).toMatchObject({ name: "Ada" })
})
