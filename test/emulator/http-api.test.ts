import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { authorizeUrl, codeFor, exchange, KWAME, profile, type Send, sendTo } from "./requests.ts"

let bink: BinkEmulator
let send: Send
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME }, now: () => 1_000 })
  send = sendTo(bink)
})

function command(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return send(`http://bink.test/_bink/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
  })
}

test("adds, lists and removes faults", async () => {
  const added = await command("POST", "faults", { endpoint: "user", status: 503, times: 2 })
  expect(added.status).toBe(201)
  const { id } = await added.json()
  expect(await (await command("GET", "faults")).json()).toEqual([
    { id, endpoint: "user", status: 503, times: 2 },
  ])
  expect((await profile(send, "bink_kwame")).status).toBe(503)
  expect((await command("DELETE", `faults/${id}`)).status).toBe(204)
  expect((await command("DELETE", `faults/${id}`)).status).toBe(404)
  expect((await profile(send, "bink_kwame")).status).toBe(200)
  await command("POST", "faults", { endpoint: "user", status: 503 })
  expect((await command("DELETE", "faults")).status).toBe(204)
  expect(bink.faults.list()).toEqual([])
})

test("advances the clock, returns the requests, and resets", async () => {
  const { access_token } = await (await exchange(send, { code: await codeFor(send) })).json()
  expect(await (await command("POST", "advance", { ms: 3_600_000 })).json()).toEqual({ now: 3_601_000 })
  expect((await profile(send, access_token)).status).toBe(401)
  expect(await (await command("GET", "requests")).json()).toEqual(bink.requests())
  expect((await command("POST", "reset")).status).toBe(204)
  expect(bink.requests()).toEqual([])
})

test("signs users in without pages, by id, username or email address", async () => {
  await command("POST", "signed-in-as", { user: "kwame" })
  await command("POST", "consent", { user: "kwame@example.com", decision: "approve" })
  expect((await send(authorizeUrl())).headers.get("location")).toContain("?code=")
  await command("POST", "consent", { user: KWAME, decision: "deny" })
  expect((await send(authorizeUrl())).headers.get("location")).toContain("error=access_denied")
  await command("POST", "signed-in-as", { user: null })
  expect((await send(authorizeUrl())).status).toBe(200)
})

test("accepts the key person instead of user", async () => {
  await command("POST", "signed-in-as", { person: "kwame" })
  await command("POST", "consent", { person: KWAME, decision: "approve" })
  expect((await send(authorizeUrl())).headers.get("location")).toContain("?code=")
  await command("POST", "signed-in-as", { person: null })
  expect((await send(authorizeUrl())).status).toBe(200)
})

test.each([
  ["no body", "POST", "advance", undefined],
  ["an array", "POST", "faults", []],
  ["a string", "POST", "advance", "x"],
  ["an invalid fault", "POST", "faults", { endpoint: "nowhere" }],
  ["a negative time", "POST", "advance", { ms: -1 }],
  ["an unknown user", "POST", "consent", { user: "unknown", decision: "approve" }],
  ["an unknown decision", "POST", "consent", { user: KWAME, decision: "maybe" }],
])("rejects %s with a message", async (_, method, path, body) => {
  const response = await command(method, path, body)
  expect(response.status).toBe(400)
  expect((await response.json()).error_description).toMatch(
    /\. See authjs-bink\/docs\/errors\.md#invalid_(option|fault)$/,
  )
})

test("rejects a body without a JSON content type, which another site could send", async () => {
  const response = await command("POST", "advance", { ms: 1 }, { "content-type": "text/plain" })
  expect(response.status).toBe(400)
})

test.each([["reset"], ["faults"]])("rejects a request from another site: %s", async (path) => {
  const headers = { "sec-fetch-site": "same-site" }
  expect((await command("POST", path, { endpoint: "user", status: 500 }, headers)).status).toBe(403)
  expect(bink.faults.list()).toEqual([])
})

test("responds with 404 to an unknown command", async () => {
  expect((await command("POST", "explode")).status).toBe(404)
  expect((await command("GET", "reset")).status).toBe(404)
})
