import { type BinkEmulator, createBinkEmulator, type Fault } from "authjs-bink/emulator"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { type Ask, asking, authorizeUrl, codeFor, exchange, KWAME, profile } from "./browse.ts"

let bink: BinkEmulator
let ask: Ask
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  ask = asking(bink)
})
const user = () => profile(ask, "bink_kwame")

test("a fault meets as many requests as it says, on its endpoint alone", async () => {
  bink.faults.add({ endpoint: "user", times: 2, status: 503 })
  expect((await ask(authorizeUrl())).status).toBe(200)
  expect((await user()).status).toBe(503)
  expect((await user()).status).toBe(503)
  expect((await user()).status).toBe(200)
})

test("without a number it stays until it is taken away", async () => {
  const remove = bink.faults.add({ endpoint: "user", status: 500 })
  for (let i = 0; i < 5; i++) expect((await user()).status).toBe(500)
  remove()
  expect((await user()).status).toBe(200)
  bink.faults.add({ endpoint: "user", status: 500 })
  bink.faults.clear()
  expect((await user()).status).toBe(200)
})

test("faults queue up, oldest first, and are listed with what is left of them", async () => {
  bink.faults.add({ endpoint: "user", times: 1, status: 503 })
  bink.faults.add({ endpoint: "user", times: 2, status: 429, headers: { "Retry-After": "7" } })
  expect((await user()).status).toBe(503)
  const limited = await user()
  expect(limited.status).toBe(429)
  expect(limited.headers.get("retry-after")).toBe("7")
  expect(bink.faults.list()).toMatchObject([{ endpoint: "user", times: 1, status: 429 }])
})

test("an error status uses up no code", async () => {
  const code = await codeFor(ask)
  bink.faults.add({ endpoint: "token", times: 1, status: 500 })
  const failed = await exchange(ask, { code })
  expect(failed.status).toBe(500)
  expect(await failed.json()).toMatchObject({ error: "server_error" })
  expect((await exchange(ask, { code })).status).toBe(200)
})

describe("what is named is changed, and nothing else", () => {
  test.each<[string, Omit<Fault, "endpoint">, number, string, RegExp]>([
    ["a text", { status: 500, body: "<h1>Oops</h1>" }, 500, "application/json", /^<h1>Oops<\/h1>$/],
    ["a value", { body: { data: [1] } }, 200, "application/json", /^\{"data":\[1\]\}$/],
    ["null", { body: null }, 200, "application/json", /^null$/],
    ["an empty body", { body: "" }, 200, "application/json", /^$/],
    ["the type", { headers: { "Content-Type": "text/plain" } }, 200, "text/plain", /"name":"Kwame/],
    ["a success of another kind", { status: 201 }, 201, "application/json", /"name":"Kwame/],
    [
      "more fields",
      { extra: { plan: "GOLD", since: 1 } },
      200,
      "application/json",
      /"plan":"GOLD".*"since":1/,
    ],
    ["fewer fields", { omit: ["id", "name"] }, 200, "application/json", /^\{"email"/],
    ["half of it", { kind: "malformed" }, 200, "application/json", /^\{"malformed": "yes",,$/],
    ["a revoked token", { kind: "revoked_token" }, 401, "application/json", /"error":"invalid_token"/],
  ])("%s", async (_, fault, status, type, body) => {
    bink.faults.add({ endpoint: "user", ...fault })
    const answer = await user()
    expect(answer.status).toBe(status)
    expect(answer.headers.get("content-type")).toBe(type)
    expect(await answer.text()).toMatch(body)
  })

  test.each([204, 205, 304])("%i has no body", async (status) => {
    bink.faults.add({ endpoint: "user", status })
    const answer = await user()
    expect(answer.status).toBe(status)
    expect(answer.body).toBeNull()
  })

  test("a redirect", async () => {
    bink.faults.add({ endpoint: "token", status: 307, headers: { Location: "https://elsewhere.test/" } })
    const answer = await exchange(ask, {})
    expect(answer.status).toBe(307)
    expect(answer.headers.get("location")).toBe("https://elsewhere.test/")
  })

  test("the authorize endpoint", async () => {
    bink.faults.add({ endpoint: "authorize", status: 503, body: "<h1>Down</h1>" })
    const answer = await ask(authorizeUrl())
    expect(answer.headers.get("content-type")).toContain("text/html")
    expect(await answer.text()).toBe("<h1>Down</h1>")
  })

  test("an expired code", async () => {
    const code = await codeFor(ask)
    bink.faults.add({ endpoint: "token", times: 1, kind: "expired_code" })
    expect(await (await exchange(ask, { code })).json()).toMatchObject({ error: "invalid_grant" })
  })
})

describe("without a port, faults of the connection are those of fetch", () => {
  test("reset rejects", async () => {
    bink.faults.add({ endpoint: "user", kind: "reset" })
    await expect(user()).rejects.toThrow(TypeError)
  })

  test("hang stays open until the request is aborted", async () => {
    bink.faults.add({ endpoint: "user", kind: "hang" })
    const controller = new AbortController()
    const answer = ask("http://bink.test/api/oauth/user", { signal: controller.signal })
    const waiting = await Promise.race([answer, new Promise((resolve) => setImmediate(resolve, "waiting"))])
    expect(waiting).toBe("waiting")
    controller.abort(new Error("enough"))
    await expect(answer).rejects.toThrow("enough")
    expect(bink.requests()).toMatchObject([{ endpoint: "user", status: null }])
  })

  test("truncate announces the whole and breaks off at half", async () => {
    const whole = await (await user()).text()
    bink.faults.add({ endpoint: "user", kind: "truncate" })
    const answer = await user()
    expect(answer.headers.get("content-length")).toBe(String(whole.length))
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toBe(whole.slice(0, Math.floor(whole.length / 2)))
    await expect(reader.read()).rejects.toThrow(TypeError)
  })

  describe("in time", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
    afterEach(() => void vi.useRealTimers())

    test("dribble sends a byte a second, whole in the end", async () => {
      bink.faults.add({ endpoint: "user", times: 1, kind: "dribble" })
      const answer = await user()
      let isDone = false
      const text = answer.text().finally(() => {
        isDone = true
      })
      await vi.advanceTimersByTimeAsync(100_000)
      expect(isDone).toBe(false)
      await vi.advanceTimersByTimeAsync(200_000)
      expect(await text).toBe(await (await user()).text())
    })

    test("delay waits, and no longer than anyone listens", async () => {
      bink.faults.add({ endpoint: "user", delay: 5_000, status: 500 })
      const answered = vi.fn()
      const answer = user().then(answered)
      await vi.advanceTimersByTimeAsync(4_999)
      expect(answered).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      await answer
      expect(answered).toHaveBeenCalledOnce()

      const controller = new AbortController()
      const abandoned = ask("http://bink.test/api/oauth/user", { signal: controller.signal })
      const rejected = expect(abandoned).rejects.toThrow()
      await vi.advanceTimersByTimeAsync(1_000)
      controller.abort()
      await rejected
    })
  })
})

test.each([
  ["no endpoint", {}],
  ["an unknown endpoint", { endpoint: "login" }],
  ["an inherited endpoint", { endpoint: "constructor" }],
  ["no times at all", { endpoint: "user", times: 0 }],
  ["half a time", { endpoint: "user", times: 0.5 }],
  ["a status no answer may have", { endpoint: "user", status: 100 }],
  ["a status as text", { endpoint: "user", status: "500" }],
  ["a negative delay", { endpoint: "user", delay: -1 }],
  ["an unknown kind", { endpoint: "user", kind: "explode" }],
  ["an expired code at the user endpoint", { endpoint: "user", kind: "expired_code" }],
  ["a header that is none", { endpoint: "user", headers: { "a b": "c" } }],
  ["nothing", null],
  ["a list", []],
])("refuses %s, and says so", (_, fault) => {
  expect(() => bink.faults.add(fault as unknown as Fault)).toThrow(
    expect.objectContaining({ name: "BinkError", code: "invalid_fault" }),
  )
  expect(bink.faults.list()).toEqual([])
})
