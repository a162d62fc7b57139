import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { type Ask, asking, authorizeUrl, codeFor, exchange, KWAME, profile } from "./browse.ts"

let bink: BinkEmulator
let ask: Ask
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME }, now: () => 1_000 })
  ask = asking(bink)
})

function command(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return ask(`http://bink.test/_bink/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
  })
}

test("faults are put in place, listed and taken away", async () => {
  const added = await command("POST", "faults", { endpoint: "user", status: 503, times: 2 })
  expect(added.status).toBe(201)
  const { id } = await added.json()
  expect(await (await command("GET", "faults")).json()).toEqual([
    { id, endpoint: "user", status: 503, times: 2 },
  ])
  expect((await profile(ask, "bink_kwame")).status).toBe(503)
  expect((await command("DELETE", `faults/${id}`)).status).toBe(204)
  expect((await command("DELETE", `faults/${id}`)).status).toBe(404)
  expect((await profile(ask, "bink_kwame")).status).toBe(200)
  await command("POST", "faults", { endpoint: "user", status: 503 })
  expect((await command("DELETE", "faults")).status).toBe(204)
  expect(bink.faults.list()).toEqual([])
})

test("time passes, and everything goes back to the start", async () => {
  const { access_token } = await (await exchange(ask, { code: await codeFor(ask) })).json()
  expect(await (await command("POST", "advance", { ms: 3_600_000 })).json()).toEqual({ now: 3_601_000 })
  expect((await profile(ask, access_token)).status).toBe(401)
  expect(await (await command("GET", "requests")).json()).toEqual(bink.requests())
  expect((await command("POST", "reset")).status).toBe(204)
  expect(bink.requests()).toEqual([])
})

test("people sign in headless, by whatever name", async () => {
  await command("POST", "signed-in-as", { person: "kwame" })
  await command("POST", "consent", { person: "kwame@example.com", decision: "approve" })
  expect((await ask(authorizeUrl())).headers.get("location")).toContain("?code=")
  await command("POST", "consent", { person: KWAME, decision: "deny" })
  expect((await ask(authorizeUrl())).headers.get("location")).toContain("error=access_denied")
  await command("POST", "signed-in-as", { person: null })
  expect((await ask(authorizeUrl())).status).toBe(200)
})

test.each([
  ["no body", "POST", "advance", undefined],
  ["a list", "POST", "faults", []],
  ["text", "POST", "advance", "x"],
  ["a fault that is none", "POST", "faults", { endpoint: "nowhere" }],
  ["time that goes back", "POST", "advance", { ms: -1 }],
  ["a person who is not there", "POST", "consent", { person: "nobody", decision: "approve" }],
  ["a decision that is none", "POST", "consent", { person: KWAME, decision: "maybe" }],
])("%s gets a message", async (_, method, path, body) => {
  const answer = await command(method, path, body)
  expect(answer.status).toBe(400)
  expect((await answer.json()).error_description).toMatch(
    /\. See authjs-bink\/docs\/errors\.md#invalid_(option|fault)$/,
  )
})

test("a body that is not sent as JSON, as another site could send it, is refused", async () => {
  const answer = await command("POST", "advance", { ms: 1 }, { "content-type": "text/plain" })
  expect(answer.status).toBe(400)
})

test.each([["reset"], ["faults"]])("another site's page is refused: %s", async (path) => {
  const headers = { "sec-fetch-site": "same-site" }
  expect((await command("POST", path, { endpoint: "user", status: 500 }, headers)).status).toBe(403)
  expect(bink.faults.list()).toEqual([])
})

test("an unknown command is none", async () => {
  expect((await command("POST", "explode")).status).toBe(404)
  expect((await command("GET", "reset")).status).toBe(404)
})
