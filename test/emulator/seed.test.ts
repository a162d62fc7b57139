import type { BinkProfile } from "authjs-bink"
import { type BinkEmulatorOptions, createBinkEmulator } from "authjs-bink/emulator"
import { expect, test } from "vitest"

const PERSON: BinkProfile = {
  id: "a",
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
}
const CLIENT = { clientId: "c", clientSecret: "s", name: "C", redirectUris: ["https://app.test/cb"] }

test("takes a seed from JSON", () => {
  const seed = JSON.stringify({
    users: [PERSON],
    clients: [CLIENT],
    tokens: { bink_x: "a" },
    consent: { a: "approve" },
  })
  expect(() => createBinkEmulator(JSON.parse(seed))).not.toThrow()
})

test.each<[string, object, string]>([
  ["users that are no list", { users: {} }, "users must be a list"],
  ["a user that is none", { users: [null] }, "users[0] must be an object"],
  ["a user without an id", { users: [{ ...PERSON, id: undefined }] }, "users[0].id"],
  ["a user with a blank id", { users: [{ ...PERSON, id: " " }] }, "users[0].id"],
  ["a user with a number for an id", { users: [{ ...PERSON, id: 7 }] }, "users[0].id"],
  ["two users of one id", { users: [PERSON, PERSON] }, "users[1].id is there twice"],
  ["a user without a name field", { users: [{ ...PERSON, name: undefined }] }, "users[0].name"],
  [
    "an avatar that is no address",
    { users: [{ ...PERSON, avatar: "javascript:alert(1)" }] },
    "users[0].avatar",
  ],
  ["an avatar of no scheme", { users: [{ ...PERSON, avatar: "//pictures.test/a" }] }, "users[0].avatar"],
  ["a plan nobody knows", { users: [{ ...PERSON, plan: "GOLD" }] }, "users[0].plan"],
  ["a level nobody knows", { users: [{ ...PERSON, verificationLevel: 3 }] }, "users[0].verificationLevel"],
  ["a client without a secret", { clients: [{ ...CLIENT, clientSecret: "" }] }, "clients[0].clientSecret"],
  [
    "a client with no redirect URI",
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
  ["a script for a redirect URI", { clients: [{ ...CLIENT, redirectUris: ["javascript:x"] }] }, "[0]"],
  ["two clients of one id", { clients: [CLIENT, CLIENT] }, "clients[1].clientId is there twice"],
  ["a token of nobody's", { users: [PERSON], tokens: { bink_x: "b" } }, "The ids are: a"],
  ["a token that is none", { users: [PERSON], tokens: { ghp_secret: "a" } }, "personal access token"],
  ["tokens in a list", { tokens: ["bink_x"] }, "tokens must be an object"],
  ["consent of nobody's", { consent: { b: "approve" } }, "consent names a person"],
  ["consent that is none", { users: [PERSON], consent: { a: "maybe" } }, "consent.a"],
  ["nobody signed in", { signedInAs: "b" }, "signedInAs names a person"],
])("refuses %s", (_, options, message) => {
  const make = () => createBinkEmulator(options as BinkEmulatorOptions)
  expect(make).toThrow(expect.objectContaining({ name: "BinkError", code: "invalid_seed" }))
  expect(make).toThrow(message)
  expect(make).not.toThrow(/ghp_secret|bink_x/)
})

test.each([{ state: "maybe" }, { pkce: true }])("refuses an option that is none: %o", (options) => {
  expect(() => createBinkEmulator(options as unknown as BinkEmulatorOptions)).toThrow(
    expect.objectContaining({ code: "invalid_option" }),
  )
})

test("what is changed in the seed afterwards changes nothing here", async () => {
  const users = [{ ...PERSON, name: "Ada" }]
  const bink = createBinkEmulator({ users, tokens: { bink_x: "a" } })
  Object.assign(users[0] as object, { name: "Eve" })
  const answer = await bink.fetch(
    new Request("http://bink.test/api/oauth/user", { headers: { Authorization: "Bearer bink_x" } }),
  )
  expect(await answer.json()).toMatchObject({ name: "Ada" })
})
