import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { codeFor, exchange, KWAME, profile, type Send, sendTo } from "./requests.ts"

let bink: BinkEmulator
let send: Send
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  send = sendTo(bink)
})

const read = async (token = "bink_kwame") => (await profile(send, token)).json()
const post = (body: unknown) =>
  send("http://bink.test/_bink/users", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  })

test("updateUser changes the profile of a user who is signed in, and reset() restores it", async () => {
  const { access_token } = await (await exchange(send, { code: await codeFor(send) })).json()
  expect((await read(access_token)).verificationLevel).toBe(1)
  expect(bink.updateUser(KWAME, { verificationLevel: 2, name: "Kwame M." })).toMatchObject({
    id: KWAME,
    verificationLevel: 2,
  })
  expect(await read(access_token)).toMatchObject({
    name: "Kwame M.",
    verificationLevel: 2,
    username: "kwame",
  })
  bink.reset()
  expect(await read()).toMatchObject({ name: "Kwame Mensah", verificationLevel: 1 })
})

test("a changed username is a login_hint and is on the login page", async () => {
  bink.updateUser(KWAME, { username: "kwame2", name: "New Name" })
  const login = await (await send("http://bink.test/settings")).text()
  expect(login).toContain("New Name")
  expect(login).not.toContain("Kwame Mensah")
  const consent = await send("http://bink.test/_bink/consent", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user: "kwame2", decision: "approve" }),
  })
  expect(consent.status).toBe(204)
})

test("POST /_bink/users changes a user and returns it", async () => {
  const response = await post({ id: KWAME, verificationLevel: 0, avatar: null })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ id: KWAME, verificationLevel: 0, avatar: null })
  expect(await read()).toMatchObject({ verificationLevel: 0, avatar: null })
})

test("the inspector changes level and plan", async () => {
  const page = await (await send("http://bink.test/_bink")).text()
  expect(page).toContain('aria-label="Level of Kwame Mensah"')
  const response = await send("http://bink.test/_bink", {
    method: "POST",
    body: new URLSearchParams({ action: "update-user", person: KWAME, level: "2", plan: "BUSINESS" }),
  })
  expect(response.headers.get("location")).toBe("/_bink#users")
  expect(await read()).toMatchObject({ verificationLevel: 2, plan: "BUSINESS" })
})

test.each<[string, string, object | null, string]>([
  ["an unknown id", "nobody", {}, KWAME],
  ["another id", KWAME, { id: "other" }, "id cannot change"],
  ["an unknown level", KWAME, { verificationLevel: 3 }, "verificationLevel must be"],
  ["a level that is a string", KWAME, { verificationLevel: "1" }, "verificationLevel must be"],
  ["an unknown plan", KWAME, { plan: "GOLD" }, "plan must be"],
  ["a name that is not a string", KWAME, { name: 1 }, "name must be"],
  ["a javascript: avatar", KWAME, { avatar: "javascript:alert(1)" }, "avatar must be"],
  ["an unknown field", KWAME, { level: 2 }, "unknown field"],
])("%s throws invalid_option, and HTTP 400, without a change", async (_, id, changes, message) => {
  const before = await read()
  expect(() => bink.updateUser(id, changes as object)).toThrow(
    expect.objectContaining({ code: "invalid_option", message: expect.stringContaining(message) }) as Error,
  )
  if (!("id" in (changes ?? {}))) {
    const response = await post({ id, ...changes })
    expect(response.status).toBe(400)
    expect((await response.json()).error).toBe("invalid_option")
  }
  expect(await read()).toEqual(before)
})
