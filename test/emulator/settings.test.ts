import { createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { type Ask, asking, hidden, KWAME, profile } from "./browse.ts"

const SETTINGS = "http://bink.test/settings"

let ask: Ask
beforeEach(() => {
  ask = asking(createBinkEmulator())
})

function post(fields: Record<string, string>, cookie = "", headers: Record<string, string> = {}) {
  return ask(SETTINGS, { method: "POST", body: new URLSearchParams(fields), headers: { cookie, ...headers } })
}

async function signedIn(person = KWAME): Promise<string> {
  const answer = await post({ action: "sign-in", person })
  expect(answer.status).toBe(303)
  return answer.headers.get("set-cookie")?.split(";")[0] as string
}

const read = async (cookie: string) => (await ask(SETTINGS, { headers: { cookie } })).text()

test("a personal access token is made under Developer, shown once, and works until it is revoked", async () => {
  const cookie = await signedIn()
  const made = await post({ action: "create-token", name: "Nightly <backup>" }, cookie)
  expect(made.status).toBe(303)
  expect(made.headers.get("location")).toBe("/settings#developer")

  const shown = await read(cookie)
  const [token = ""] = /bink_\w+/.exec(shown) ?? []
  expect(shown.lastIndexOf("<h2")).toBe(shown.indexOf('<h2 id="developer">Developer'))
  expect(shown).toContain("+ Create Token")
  expect(shown).toContain("Nightly &lt;backup&gt;")
  expect(await read(cookie)).not.toMatch(/bink_\w{20}/)

  expect(await (await profile(ask, token)).json()).toMatchObject({ id: KWAME })
  await post({ action: "revoke-token", token: hidden(shown, "token") }, cookie)
  expect((await profile(ask, token)).status).toBe(401)
  expect(await read(cookie)).not.toContain("Nightly")
})

test("a token is never shown to the next person at the same browser", async () => {
  const cookie = await signedIn()
  await post({ action: "create-token", name: "Mine" }, cookie)
  await post({ action: "sign-in", person: "cmbink0000000000000000mia" }, cookie)
  expect(await read(cookie)).not.toMatch(/bink_\w{20}/)
})

test("a token is revoked by its owner alone", async () => {
  const kwame = await signedIn()
  await post({ action: "create-token", name: "Mine" }, kwame)
  const page = await read(kwame)
  const [token = ""] = /bink_\w+/.exec(page) ?? []
  const mia = await signedIn("cmbink0000000000000000mia")
  expect(await read(mia)).not.toContain("Mine")
  await post({ action: "revoke-token", token: hidden(page, "token") }, mia)
  expect((await profile(ask, token)).status).toBe(200)
})

test.each([
  ["", 400],
  [" ", 400],
  ["x".repeat(61), 400],
  ["x".repeat(60), 303],
])("a name of %j", async (name, status) => {
  const cookie = await signedIn()
  expect((await post({ action: "create-token", name }, cookie)).status).toBe(status)
})

test("nothing is done for a stranger, for another site, or for an action nobody knows", async () => {
  expect(await (await post({ action: "create-token", name: "x" })).text()).toContain("Choose an account")
  expect((await post({ action: "sign-in", person: "nobody" })).status).toBe(400)
  const cookie = await signedIn()
  const forged = await post({ action: "create-token", name: "x" }, cookie, { "sec-fetch-site": "cross-site" })
  expect(forged.status).toBe(403)
  expect((await post({ action: "explode" }, cookie)).status).toBe(400)
  expect(await read(cookie)).not.toContain("Created")
})

test("signing out shows the login page again", async () => {
  const cookie = await signedIn()
  expect(await read(cookie)).toContain("Kwame Mensah")
  await post({ action: "sign-out" }, cookie)
  expect(await read(cookie)).toContain("Choose an account")
})
