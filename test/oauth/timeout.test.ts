import type { RequestListener } from "node:http"
import { getBinkUser } from "authjs-bink/api"
import { beforeAll, expect, test, vi } from "vitest"
import { PROFILE } from "../helpers/bink-server.ts"
import { errorOfGetBinkUser, startUserEndpoint, TOKEN } from "../helpers/user-endpoint.ts"

// Loads undici, which takes longer than the timeouts below on a busy machine.
beforeAll(() => fetch("data:,"))

test.each<[string, RequestListener]>([
  ["never responds", () => {}],
  ["stops after the head", (_, response) => response.writeHead(200).flushHeaders()],
  ["stops in the middle of the body", (_, response) => response.writeHead(200).write('{"id":')],
  [
    "sends a byte every 10 ms",
    (_, response) => {
      const timer = setInterval(() => response.write(" "), 10)
      response.on("close", () => clearInterval(timer))
    },
  ],
])("a server that %s throws timeout and the connection is closed", async (_, listener) => {
  let closed = new Promise<void>(() => {})
  const baseUrl = await startUserEndpoint((request, response) => {
    closed = new Promise((resolve) => request.socket.on("close", () => resolve()))
    listener(request, response)
  })
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl, timeout: 1_000 })).toMatchObject({ code: "timeout" })
  await closed
})

test("a custom fetch that ignores its signal throws timeout", async () => {
  const fetch: typeof globalThis.fetch = () => new Promise(() => {})
  expect(await errorOfGetBinkUser(TOKEN, { fetch, timeout: 50 })).toMatchObject({ code: "timeout" })
})

test("an aborted signal throws aborted with its reason, and not timeout", async () => {
  const controller = new AbortController()
  const reason = new Error("the user left")
  const baseUrl = await startUserEndpoint(() => controller.abort(reason))
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl, signal: controller.signal })).toMatchObject({
    code: "aborted",
    cause: reason,
  })
})

test("a signal that was aborted before the call throws aborted without a request", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  const error = await errorOfGetBinkUser(TOKEN, { signal: AbortSignal.abort(), fetch })
  expect(error.code).toBe("aborted")
  expect(fetch).not.toHaveBeenCalled()
})

test("removes its listener from the signal after the request", async () => {
  const { signal } = new AbortController()
  const remove = vi.spyOn(signal, "removeEventListener")
  const add = vi.spyOn(signal, "addEventListener")
  const baseUrl = await startUserEndpoint((_, response) => response.end(JSON.stringify(PROFILE)))
  await getBinkUser(TOKEN, { baseUrl, signal })
  expect(remove.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
    add.mock.calls.map(([type, listener]) => [type, listener]),
  )
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "1000", null])(
  "a timeout of %s throws invalid_option without a request",
  async (timeout) => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    expect(await errorOfGetBinkUser(TOKEN, { timeout: timeout as number, fetch })).toMatchObject({
      code: "invalid_option",
    })
    expect(fetch).not.toHaveBeenCalled()
  },
)
