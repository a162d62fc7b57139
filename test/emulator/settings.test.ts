import { createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { hidden, KWAME, profile, type Send, sendTo } from "./requests.ts"

const SETTINGS = "http://bink.test/settings"

let send: Send
beforeEach(() => {
  send = sendTo(createBinkEmulator())
})

function post(fields: Record<string, string>, cookie = "", headers: Record<string, string> = {}) {
  return send(SETTINGS, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie, ...headers },
  })
}

async function signedIn(user = KWAME): Promise<string> {
  const response = await post({ action: "sign-in", person: user })
  expect(response.status).toBe(303)
  return response.headers.get("set-cookie")?.split(";")[0] as string
}

const read = async (cookie: string) => (await send(SETTINGS, { headers: { cookie } })).text()

test("creates a personal access token in the Developer section, shows it once, and revokes it", async () => {
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

  expect(await (await profile(send, token)).json()).toMatchObject({ id: KWAME })
  await post({ action: "revoke-token", token: hidden(shown, "token") }, cookie)
  expect((await profile(send, token)).status).toBe(401)
  expect(await read(cookie)).not.toContain("Nightly")
})

test("does not show a new token to the next user of the same browser", async () => {
  const cookie = await signedIn()
  await post({ action: "create-token", name: "Mine" }, cookie)
  await post({ action: "sign-in", person: "cmbink0000000000000000mia" }, cookie)
  expect(await read(cookie)).not.toMatch(/bink_\w{20}/)
})

test("does not revoke a token of another user", async () => {
  const kwame = await signedIn()
  await post({ action: "create-token", name: "Mine" }, kwame)
  const page = await read(kwame)
  const [token = ""] = /bink_\w+/.exec(page) ?? []
  const mia = await signedIn("cmbink0000000000000000mia")
  expect(await read(mia)).not.toContain("Mine")
  await post({ action: "revoke-token", token: hidden(page, "token") }, mia)
  expect((await profile(send, token)).status).toBe(200)
})

test.each([
  ["", 400],
  [" ", 400],
  ["x".repeat(61), 400],
  ["x".repeat(60), 303],
])("responds to the token name %j with %i", async (name, status) => {
  const cookie = await signedIn()
  expect((await post({ action: "create-token", name }, cookie)).status).toBe(status)
})

test("rejects requests without a session, from another site, or with an unknown action", async () => {
  expect(await (await post({ action: "create-token", name: "x" })).text()).toContain("Choose an account")
  expect((await post({ action: "sign-in", person: "unknown" })).status).toBe(400)
  const cookie = await signedIn()
  const crossSite = await post({ action: "create-token", name: "x" }, cookie, {
    "sec-fetch-site": "cross-site",
  })
  expect(crossSite.status).toBe(403)
  expect((await post({ action: "explode" }, cookie)).status).toBe(400)
  expect(await read(cookie)).not.toContain("Created")
})

test("signing out shows the login page again", async () => {
  const cookie = await signedIn()
  expect(await read(cookie)).toContain("Kwame Mensah")
  await post({ action: "sign-out" }, cookie)
  expect(await read(cookie)).toContain("Choose an account")
})
