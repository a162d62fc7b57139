import { expect, test } from "vitest"
import { parseProfile } from "../../src/profile/profile.js"

const federico = {
  id: "cuid-1",
  name: "Federico",
  email: "you@example.com",
  username: "federico",
  avatar: "https://example.com/f.png",
  plan: "FREE",
  verificationLevel: 0,
}

test("a profile as documented comes out as it came", () => {
  expect(parseProfile(federico)).toEqual(federico)
})

test("every nullable field may be null", () => {
  const bare = { ...federico, name: null, email: null, username: null, avatar: null }
  expect(parseProfile(bare)).toEqual(bare)
})

test.each([
  ["null", null],
  ["undefined", undefined],
  ["text", "federico"],
  ["an empty object", {}],
  ["a list", [federico]],
  ["a wrapper", { data: federico }],
  ["an error", { error: "invalid_token" }],
  ["an empty id", { ...federico, id: "" }],
  ["a blank id", { ...federico, id: "  " }],
  ["a null id", { ...federico, id: null }],
  ["a nested id", { ...federico, id: { id: "1" } }],
  ["true as id", { ...federico, id: true }],
  ["an id that JSON rounded", { ...federico, id: 2 ** 53 }],
  ["a fraction as id", { ...federico, id: 1.5 }],
  ["an id of 256 characters", { ...federico, id: "x".repeat(256) }],
  ["an id with a NUL", { ...federico, id: "cuid\0-1" }],
  ["an id with a line break", { ...federico, id: "cuid-1\n" }],
  ["an id with half a character", { ...federico, id: "cuid-\ud800" }],
  ["an inherited id", Object.create(federico)],
])("%s names no person", (_, body) => {
  expect(parseProfile(body)).toBeNull()
})

test("an id under __proto__ names no person", () => {
  expect(parseProfile(JSON.parse('{"__proto__":{"id":"cuid-1"}}'))).toBeNull()
})

test("a text that no database takes is left out", () => {
  expect(parseProfile({ ...federico, name: "Fede\0rico", username: "\udfff" })).toMatchObject({
    id: "cuid-1",
    name: null,
    username: null,
  })
  expect(parseProfile({ ...federico, id: "ид-1", name: "Фёдор 🦊" })).toMatchObject({
    id: "ид-1",
    name: "Фёдор 🦊",
  })
})

test("a whole number as id becomes text", () => {
  expect(parseProfile({ ...federico, id: 42 })?.id).toBe("42")
  expect(parseProfile({ ...federico, id: 0 })?.id).toBe("0")
})

test.each([
  ["plan", "ENTERPRISE", "FREE"],
  ["plan", "verified", "FREE"],
  ["plan", undefined, "FREE"],
  ["verificationLevel", 3, 0],
  ["verificationLevel", "2", 0],
  ["verificationLevel", true, 0],
  ["verificationLevel", -1, 0],
  ["verificationLevel", [2], 0],
  ["name", 7, null],
  ["name", "", null],
  ["email", { address: "you@example.com" }, null],
  ["username", ["federico"], null],
  ["avatar", "javascript:alert(1)", null],
  ["avatar", "data:image/svg+xml,<svg/>", null],
  ["avatar", "//example.com/f.png", null],
  ["avatar", "f.png", null],
  ["avatar", 1, null],
])("%s: %j is read as the least it can mean", (field, sent, read) => {
  expect(parseProfile({ ...federico, [field]: sent })).toEqual({ ...federico, [field]: read })
})

test("nothing but the documented fields comes out, and what went in stays as it was", () => {
  const body = Object.freeze({ ...federico, verificationLevel: 2, role: "admin", access_token: "secret" })
  expect(parseProfile(body)).toEqual({ ...federico, verificationLevel: 2 })
})
