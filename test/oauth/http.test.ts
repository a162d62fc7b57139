import type { RequestListener } from "node:http"
import { Readable } from "node:stream"
import { brotliCompressSync, deflateRawSync, gzipSync } from "node:zlib"
import { getBinkUser } from "authjs-bink/api"
import { expect, test } from "vitest"
import { PROFILE } from "../helpers/bink-server.ts"
import { errorOfGetBinkUser, startUserEndpoint, TOKEN } from "../helpers/user-endpoint.ts"

const JSON_PROFILE = new TextEncoder().encode(JSON.stringify(PROFILE))

test.each([
  ["a number of seconds", "120", 120],
  ["a number with spaces around it", " 120 ", 120],
  ["a date in the past", "Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ["neither a number nor a date", "soon", undefined],
  ["a negative number", "-5", undefined],
  ["a fraction", "1.5", undefined],
  ["no header", undefined, undefined],
])("parses Retry-After with %s: %j is %j", async (_, value, expected) => {
  const baseUrl = await startUserEndpoint((_, response) =>
    response.writeHead(429, value === undefined ? {} : { "retry-after": value }).end(),
  )
  expect((await errorOfGetBinkUser(TOKEN, { baseUrl })).retryAfter).toBe(expected)
})

test("parses Retry-After with a date in the future, also with HTTP 503", async () => {
  const inOneMinute = new Date(Date.now() + 60_000).toUTCString()
  const baseUrl = await startUserEndpoint((_, response) =>
    response.writeHead(503, { "retry-after": inOneMinute }).end(),
  )
  const { retryAfter } = await errorOfGetBinkUser(TOKEN, { baseUrl })
  expect(retryAfter).toBeGreaterThan(50)
  expect(retryAfter).toBeLessThanOrEqual(60)
})

test("stops reading a body without end", async () => {
  let sent = 0
  const baseUrl = await startUserEndpoint((_, response) => {
    const pump = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, " "))) sent += 65_536
    }
    response.on("drain", pump).on("error", () => {})
    pump()
  })
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl })).toMatchObject({ code: "invalid_response" })
  // 1 MiB is read. The rest is in the buffers of the sockets.
  expect(sent).toBeLessThan(20 * 2 ** 20)
})

test.each(["other", "user"])("does not follow a redirect to /api/oauth/%s", async (target) => {
  const urls: string[] = []
  const baseUrl = await startUserEndpoint((request, response) => {
    urls.push(request.url ?? "")
    response.writeHead(307, { location: `/api/oauth/${target}` }).end()
  })
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl })).toMatchObject({
    code: "invalid_response",
    status: 307,
  })
  expect(urls).toEqual(["/api/oauth/user"])
})

test.each<[string, RequestListener]>([
  ["resets the connection", (request) => request.socket.resetAndDestroy()],
  [
    "resets the connection in the middle of the body",
    (request, response) => {
      response.writeHead(200).write('{"id":')
      setTimeout(() => request.socket.resetAndDestroy(), 20)
    },
  ],
  [
    "closes the connection before its content-length",
    (request, response) => {
      response.writeHead(200, { "content-length": 500 }).write(JSON.stringify(PROFILE))
      setTimeout(() => request.socket.end(), 20)
    },
  ],
  ["does not send HTTP", (request) => request.socket.end("SSH-2.0\r\n")],
])("a server that %s throws network_error", async (_, listener) => {
  const baseUrl = await startUserEndpoint(listener)
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl })).toMatchObject({ code: "network_error" })
})

test.each<[string, RequestListener]>([
  [
    "Brotli over gzip",
    (_, response) =>
      response
        .writeHead(200, { "content-encoding": "gzip, br" })
        .end(brotliCompressSync(gzipSync(JSON_PROFILE))),
  ],
  [
    "deflate without a zlib header",
    (_, response) =>
      response.writeHead(200, { "content-encoding": "deflate" }).end(deflateRawSync(JSON_PROFILE)),
  ],
  [
    "one chunk for each byte, with trailers",
    (_, response) => {
      response.writeHead(200, { trailer: "x-checksum" })
      for (const byte of JSON_PROFILE) response.write(Uint8Array.of(byte))
      response.addTrailers({ "x-checksum": "1" })
      response.end()
    },
  ],
  [
    "early hints before it",
    (_, response) => {
      response.writeEarlyHints({ link: "</style.css>; rel=preload" })
      response.end(JSON_PROFILE)
    },
  ],
])("reads a response with %s", async (_, listener) => {
  const baseUrl = await startUserEndpoint(listener)
  expect(await getBinkUser(TOKEN, { baseUrl })).toEqual(PROFILE)
})

test('a closed port throws network_error with "Could not reach Bink"', async () => {
  const error = await errorOfGetBinkUser(TOKEN, { baseUrl: "http://127.0.0.1:1" })
  expect(error).toMatchObject({ code: "network_error" })
  expect(error.message).toContain("Could not reach Bink")
})

test("an error of a custom fetch that quotes the request throws network_error without the quote", async () => {
  const error = await errorOfGetBinkUser(TOKEN, {
    fetch: async (_, init) => {
      throw Object.assign(new Error(JSON.stringify(init)), { code: `E ${TOKEN}` })
    },
  })
  expect(error).toMatchObject({ code: "network_error" })
})

test("a custom fetch whose body has strings instead of bytes throws invalid_response", async () => {
  const fetch = async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(JSON.stringify(PROFILE))
          controller.close()
        },
      }),
    )
  expect((await errorOfGetBinkUser(TOKEN, { fetch })).code).toBe("invalid_response")
})

test.each<[string, () => unknown]>([
  ["only json()", () => ({ status: 200, json: async () => PROFILE })],
  ["only text()", () => ({ status: 200, text: async () => JSON.stringify(PROFILE) })],
  ["a Node.js stream as its body", () => ({ status: 200, body: Readable.from([JSON_PROFILE]) })],
  ["text as its body and json()", () => ({ status: 200, body: "{}", json: async () => PROFILE })],
  ["an object as its body and json()", () => ({ status: 200, body: PROFILE, json: async () => PROFILE })],
  [
    "null as its body and text()",
    () => ({ status: 200, body: null, text: async () => JSON.stringify(PROFILE) }),
  ],
])("reads the response of a custom fetch with %s", async (_, respond) => {
  const fetch = (async () => respond()) as typeof globalThis.fetch
  expect(await getBinkUser(TOKEN, { fetch })).toEqual(PROFILE)
})

test.each([
  ["nothing", undefined, "invalid_response"],
  ["an object without a status", {}, "invalid_response"],
  ["an error status without headers", { status: 503 }, "server_error"],
  ["a body of strings", { status: 200, body: Readable.from(["{}"]) }, "invalid_response"],
  ["its data in the style of axios", { status: 200, data: PROFILE, headers: {} }, "invalid_response"],
  ["a response after a redirect", { status: 200, redirected: true, json: () => PROFILE }, "invalid_response"],
  ["a stream that fails", { status: 200, body: Readable.from(failing()) }, "network_error"],
])("throws a BinkError if a custom fetch returns %s", async (_, response, code) => {
  const fetch = (async () => response) as unknown as typeof globalThis.fetch
  expect(await errorOfGetBinkUser(TOKEN, { fetch })).toMatchObject({ code })
})

test.each([
  [401, "unauthorized"],
  [429, "rate_limited"],
  [503, "server_error"],
])("a custom fetch that throws for HTTP %i, like ky and axios, throws %s", async (status, code) => {
  const fetch = async () => {
    throw Object.assign(new Error(`${status} for ${TOKEN}`), { response: new Response("{}", { status }) })
  }
  expect(await errorOfGetBinkUser(TOKEN, { fetch })).toMatchObject({ code, status })
})

async function* failing() {
  yield JSON_PROFILE.subarray(0, 5)
  throw new Error("the connection broke")
}
