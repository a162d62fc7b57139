import { parseProfile } from "authjs-bink/api"
import { expect, test } from "vitest"

const PROFILE = {
  id: "cuid-1",
  name: "Federico",
  email: "you@example.com",
  username: "federico",
  avatar: "https://example.com/f.png",
  plan: "FREE",
  verificationLevel: 0,
}

test("parseProfile returns a documented profile unchanged", () => {
  expect(parseProfile(PROFILE)).toEqual(PROFILE)
})

test("parseProfile keeps null in every nullable field", () => {
  const empty = { ...PROFILE, name: null, email: null, username: null, avatar: null }
  expect(parseProfile(empty)).toEqual(empty)
})

test.each([
  ["null", null],
  ["undefined", undefined],
  ["a string", "federico"],
  ["an empty object", {}],
  ["an array", [PROFILE]],
  ["a profile wrapped in data", { data: PROFILE }],
  ["an error", { error: "invalid_token" }],
  ["an empty id", { ...PROFILE, id: "" }],
  ["a blank id", { ...PROFILE, id: "  " }],
  ["a null id", { ...PROFILE, id: null }],
  ["a nested id", { ...PROFILE, id: { id: "1" } }],
  ["the id true", { ...PROFILE, id: true }],
  ["an id above 2^53", { ...PROFILE, id: 2 ** 53 }],
  ["a fraction as the id", { ...PROFILE, id: 1.5 }],
  ["an id of 256 characters", { ...PROFILE, id: "x".repeat(256) }],
  ["an id of 256 bytes", { ...PROFILE, id: "😀".repeat(64) }],
  ["an id with a NUL", { ...PROFILE, id: "cuid\0-1" }],
  ["an id with a line break", { ...PROFILE, id: "cuid-1\n" }],
  ["an id with a lone surrogate", { ...PROFILE, id: "cuid-\ud800" }],
  ["an inherited id", Object.create(PROFILE)],
])("parseProfile returns null for %s", (_, body) => {
  expect(parseProfile(body)).toBeNull()
})

test("parseProfile returns null for an id in __proto__", () => {
  expect(parseProfile(JSON.parse('{"__proto__":{"id":"cuid-1"}}'))).toBeNull()
})

test("parseProfile replaces text with a NUL or a lone surrogate by null, and keeps other Unicode text", () => {
  expect(parseProfile({ ...PROFILE, name: "Fede\0rico", username: "\udfff" })).toMatchObject({
    id: "cuid-1",
    name: null,
    username: null,
  })
  expect(parseProfile({ ...PROFILE, id: "ид-1", name: "Фёдор 🦊" })).toMatchObject({
    id: "ид-1",
    name: "Фёдор 🦊",
  })
})

test("parseProfile converts an integer id to a string", () => {
  expect(parseProfile({ ...PROFILE, id: 42 })?.id).toBe("42")
  expect(parseProfile({ ...PROFILE, id: 0 })?.id).toBe("0")
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
])("parseProfile replaces the %s %j by %j", (field, value, expected) => {
  expect(parseProfile({ ...PROFILE, [field]: value })).toEqual({ ...PROFILE, [field]: expected })
})

test("parseProfile returns only the documented fields, and does not change its argument", () => {
  const body = Object.freeze({ ...PROFILE, verificationLevel: 2, role: "admin", access_token: "secret" })
  expect(parseProfile(body)).toEqual({ ...PROFILE, verificationLevel: 2 })
})

test.each([
  ["name", "a".repeat(8000), 254],
  ["username", "x".repeat(8000), 254],
  ["name", "語".repeat(300), 84],
  // A family of four is one character of eleven code units.
  ["name", "👨‍👩‍👧‍👦".repeat(100), 110],
  ["username", '"'.repeat(300), 127],
] as const)("cuts an over-long %s at a character boundary", (field, text, length) => {
  const value = parseProfile({ id: "1", [field]: text })?.[field]
  expect(text.startsWith(value ?? "-")).toBe(true)
  expect(value).toHaveLength(length)
})

test.each([
  ["email", `${"a".repeat(243)}@example.com`],
  ["avatar", `https://bink.example/${"a".repeat(3000)}`],
  ["avatar", `https://bink.example/${"語".repeat(300)}`],
  ["name", `a${"\u0301".repeat(8000)}`],
] as const)("reads an over-long %s as null", (field, text) => {
  expect(parseProfile({ id: "1", [field]: text })?.[field]).toBeNull()
})
