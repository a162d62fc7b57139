import { type BinkEmulator, createBinkEmulator, type Fault } from "authjs-bink/emulator"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { authorizeUrl, codeFor, exchange, KWAME, profile, type Send, sendTo } from "./requests.ts"

let bink: BinkEmulator
let send: Send
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  send = sendTo(bink)
})
const user = () => profile(send, "bink_kwame")

test("a fault affects the given number of requests to its endpoint only", async () => {
  bink.faults.add({ endpoint: "user", times: 2, status: 503 })
  expect((await send(authorizeUrl())).status).toBe(200)
  expect((await user()).status).toBe(503)
  expect((await user()).status).toBe(503)
  expect((await user()).status).toBe(200)
})

test("a fault without times stays until it is removed", async () => {
  const remove = bink.faults.add({ endpoint: "user", status: 500 })
  for (let i = 0; i < 5; i++) expect((await user()).status).toBe(500)
  remove()
  expect((await user()).status).toBe(200)
  bink.faults.add({ endpoint: "user", status: 500 })
  bink.faults.clear()
  expect((await user()).status).toBe(200)
})

test("faults apply oldest first, and list() returns the requests left", async () => {
  bink.faults.add({ endpoint: "user", times: 1, status: 503 })
  bink.faults.add({ endpoint: "user", times: 2, status: 429, headers: { "Retry-After": "7" } })
  expect((await user()).status).toBe(503)
  const limited = await user()
  expect(limited.status).toBe(429)
  expect(limited.headers.get("retry-after")).toBe("7")
  expect(bink.faults.list()).toMatchObject([{ endpoint: "user", times: 1, status: 429 }])
})

test("an error status leaves the code unused", async () => {
  const code = await codeFor(send)
  bink.faults.add({ endpoint: "token", times: 1, status: 500 })
  const failed = await exchange(send, { code })
  expect(failed.status).toBe(500)
  expect(await failed.json()).toMatchObject({ error: "server_error" })
  expect((await exchange(send, { code })).status).toBe(200)
})

describe("a fault changes only what it names", () => {
  test.each<[string, Omit<Fault, "endpoint">, number, string, RegExp]>([
    ["a string body", { status: 500, body: "<h1>Oops</h1>" }, 500, "application/json", /^<h1>Oops<\/h1>$/],
    ["a JSON body", { body: { data: [1] } }, 200, "application/json", /^\{"data":\[1\]\}$/],
    ["a null body", { body: null }, 200, "application/json", /^null$/],
    ["an empty body", { body: "" }, 200, "application/json", /^$/],
    ["the content type", { headers: { "Content-Type": "text/plain" } }, 200, "text/plain", /"name":"Kwame/],
    ["another success status", { status: 201 }, 201, "application/json", /"name":"Kwame/],
    [
      "extra fields",
      { extra: { plan: "GOLD", since: 1 } },
      200,
      "application/json",
      /"plan":"GOLD".*"since":1/,
    ],
    ["omitted fields", { omit: ["id", "name"] }, 200, "application/json", /^\{"email"/],
    ["a malformed body", { kind: "malformed" }, 200, "application/json", /^\{"malformed": "yes",,$/],
    ["a revoked token", { kind: "revoked_token" }, 401, "application/json", /"error":"invalid_token"/],
  ])("%s", async (_, fault, status, type, body) => {
    bink.faults.add({ endpoint: "user", ...fault })
    const response = await user()
    expect(response.status).toBe(status)
    expect(response.headers.get("content-type")).toBe(type)
    expect(await response.text()).toMatch(body)
  })

  test.each([204, 205, 304])("a response with status %i has no body", async (status) => {
    bink.faults.add({ endpoint: "user", status })
    const response = await user()
    expect(response.status).toBe(status)
    expect(response.body).toBeNull()
  })

  test("redirects from the token endpoint", async () => {
    bink.faults.add({ endpoint: "token", status: 307, headers: { Location: "https://elsewhere.test/" } })
    const response = await exchange(send, {})
    expect(response.status).toBe(307)
    expect(response.headers.get("location")).toBe("https://elsewhere.test/")
  })

  test("sends HTML from the authorize endpoint", async () => {
    bink.faults.add({ endpoint: "authorize", status: 503, body: "<h1>Down</h1>" })
    const response = await send(authorizeUrl())
    expect(response.headers.get("content-type")).toContain("text/html")
    expect(await response.text()).toBe("<h1>Down</h1>")
  })

  test("rejects a code as expired", async () => {
    const code = await codeFor(send)
    bink.faults.add({ endpoint: "token", times: 1, kind: "expired_code" })
    expect(await (await exchange(send, { code })).json()).toMatchObject({ error: "invalid_grant" })
  })
})

describe("connection faults without a port", () => {
  test("reset rejects with a TypeError", async () => {
    bink.faults.add({ endpoint: "user", kind: "reset" })
    await expect(user()).rejects.toThrow(TypeError)
  })

  test("hang is pending until the request is aborted", async () => {
    bink.faults.add({ endpoint: "user", kind: "hang" })
    const controller = new AbortController()
    const response = send("http://bink.test/api/oauth/user", { signal: controller.signal })
    const waiting = await Promise.race([response, new Promise((resolve) => setImmediate(resolve, "waiting"))])
    expect(waiting).toBe("waiting")
    controller.abort(new Error("enough"))
    await expect(response).rejects.toThrow("enough")
    expect(bink.requests()).toMatchObject([{ endpoint: "user", status: null }])
  })

  test("truncate announces the whole body and fails after half of it", async () => {
    const whole = await (await user()).text()
    bink.faults.add({ endpoint: "user", kind: "truncate" })
    const response = await user()
    expect(response.headers.get("content-length")).toBe(String(whole.length))
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toBe(whole.slice(0, Math.floor(whole.length / 2)))
    await expect(reader.read()).rejects.toThrow(TypeError)
  })

  describe("with fake timers", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
    afterEach(() => void vi.useRealTimers())

    test("dribble sends one byte per second until the body is complete", async () => {
      bink.faults.add({ endpoint: "user", times: 1, kind: "dribble" })
      const response = await user()
      let isDone = false
      const text = response.text().finally(() => {
        isDone = true
      })
      await vi.advanceTimersByTimeAsync(100_000)
      expect(isDone).toBe(false)
      await vi.advanceTimersByTimeAsync(200_000)
      expect(await text).toBe(await (await user()).text())
    })

    test("delay waits, and stops when the request is aborted", async () => {
      bink.faults.add({ endpoint: "user", delay: 5_000, status: 500 })
      const onResponse = vi.fn()
      const response = user().then(onResponse)
      await vi.advanceTimersByTimeAsync(4_999)
      expect(onResponse).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      await response
      expect(onResponse).toHaveBeenCalledOnce()

      const controller = new AbortController()
      const abandoned = send("http://bink.test/api/oauth/user", { signal: controller.signal })
      const rejected = expect(abandoned).rejects.toThrow()
      await vi.advanceTimersByTimeAsync(1_000)
      controller.abort()
      await rejected
    })
  })
})

test.each([
  ["a missing endpoint", {}],
  ["an unknown endpoint", { endpoint: "login" }],
  ["an inherited endpoint", { endpoint: "constructor" }],
  ["zero times", { endpoint: "user", times: 0 }],
  ["a fractional times", { endpoint: "user", times: 0.5 }],
  ["a status below 200", { endpoint: "user", status: 100 }],
  ["a status that is a string", { endpoint: "user", status: "500" }],
  ["a negative delay", { endpoint: "user", delay: -1 }],
  ["an unknown kind", { endpoint: "user", kind: "explode" }],
  ["an expired code at the user endpoint", { endpoint: "user", kind: "expired_code" }],
  ["an invalid header name", { endpoint: "user", headers: { "a b": "c" } }],
  ["null", null],
  ["an array", []],
])("rejects %s", (_, fault) => {
  expect(() => bink.faults.add(fault as unknown as Fault)).toThrow(
    expect.objectContaining({ name: "BinkError", code: "invalid_fault" }),
  )
  expect(bink.faults.list()).toEqual([])
})
