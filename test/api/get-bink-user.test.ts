import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { BinkError, type GetBinkUserOptions, getBinkUser } from "authjs-bink/api"
import { afterEach, expect, test, vi } from "vitest"

const TOKEN = "bink_a-secret-token"
const PROFILE = {
  id: "person-1",
  name: "Ada",
  email: "ada@example.com",
  username: "ada",
  avatar: "https://bink.example/ada.png",
  plan: "VERIFIED",
  verificationLevel: 1,
}

const servers: Server[] = []
afterEach(() => {
  vi.unstubAllGlobals()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The error of a call that has to fail, after a look at whether the token can be found anywhere in it. */
async function failure(token: unknown, options: GetBinkUserOptions): Promise<BinkError> {
  const error = await getBinkUser(token as string, options).then(
    () => expect.unreachable("it did not fail"),
    (error) => error,
  )
  expect(error).toBeInstanceOf(BinkError)
  if (typeof token === "string" && token.trim()) expect(inspect(error, { depth: 9 })).not.toContain(token)
  return error
}

test("asks the user endpoint with the token, and gives the profile", async () => {
  let seen: IncomingMessage | undefined
  const baseUrl = await serve((request, response) => {
    seen = request
    response.end(JSON.stringify({ ...PROFILE, secret: "of Bink's" }))
  })
  expect(await getBinkUser(TOKEN, { baseUrl: `${baseUrl}/` })).toEqual(PROFILE)
  expect(seen).toMatchObject({
    method: "GET",
    url: "/api/oauth/user",
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
  })
})

test.each([
  [401, "unauthorized"],
  [403, "unauthorized"],
  [429, "rate_limited"],
  [500, "server_error"],
  [503, "server_error"],
  [599, "server_error"],
  [201, "invalid_response"],
  [204, "invalid_response"],
  [206, "invalid_response"],
  [304, "invalid_response"],
  [400, "invalid_response"],
  [404, "invalid_response"],
])("HTTP %i is %s, whatever the body", async (status, code) => {
  const baseUrl = await serve((_, response) =>
    response.writeHead(status).end([204, 304].includes(status) ? undefined : JSON.stringify(PROFILE)),
  )
  expect(await failure(TOKEN, { baseUrl })).toMatchObject({ code, status })
})

test.each([
  ["in seconds", "120", 120],
  ["with spaces around", " 120 ", 120],
  ["as a date that has passed", "Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ["as nothing that can be read", "soon", undefined],
  ["negative", "-5", undefined],
  ["as a fraction", "1.5", undefined],
  ["absent", undefined, undefined],
])("Retry-After %s", async (_, value, expected) => {
  const baseUrl = await serve((_, response) =>
    response.writeHead(429, value === undefined ? {} : { "retry-after": value }).end(),
  )
  expect((await failure(TOKEN, { baseUrl })).retryAfter).toBe(expected)
})

test("Retry-After as a date to come, also with 503", async () => {
  const inAMinute = new Date(Date.now() + 60_000).toUTCString()
  const baseUrl = await serve((_, response) => response.writeHead(503, { "retry-after": inAMinute }).end())
  const { retryAfter } = await failure(TOKEN, { baseUrl })
  expect(retryAfter).toBeGreaterThan(50)
  expect(retryAfter).toBeLessThanOrEqual(60)
})

test.each([
  ["nothing", ""],
  ["no JSON", "<!doctype html>"],
  ["half of it", JSON.stringify(PROFILE).slice(0, -4)],
  ["no object", "42"],
  ["a list", JSON.stringify([PROFILE])],
  ["no id", JSON.stringify({ ...PROFILE, id: undefined })],
  ["an empty id", JSON.stringify({ ...PROFILE, id: "" })],
  ["bytes that are no UTF-8", Buffer.from('{"id":"\xff"}', "latin1")],
  ["more than a mebibyte", JSON.stringify({ ...PROFILE, bio: "x".repeat(2 ** 20) })],
])("a body of %s is invalid_response", async (_, body) => {
  const baseUrl = await serve((_, response) => response.end(body))
  expect(await failure(TOKEN, { baseUrl })).toMatchObject({ code: "invalid_response", status: 200 })
})

test("stops reading an endless body", async () => {
  let sent = 0
  const baseUrl = await serve((_, response) => {
    const pump = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, " "))) sent += 65_536
    }
    response.on("drain", pump).on("error", () => {})
    pump()
  })
  expect(await failure(TOKEN, { baseUrl })).toMatchObject({ code: "invalid_response" })
  // What the sockets' buffers took beside the mebibyte that was read.
  expect(sent).toBeLessThan(20 * 2 ** 20)
})

test.each(["elsewhere", "user"])("never follows a redirect to %s", async (target) => {
  const seen: string[] = []
  const baseUrl = await serve((request, response) => {
    seen.push(request.url ?? "")
    response.writeHead(307, { location: `/api/oauth/${target}` }).end()
  })
  expect(await failure(TOKEN, { baseUrl })).toMatchObject({ code: "invalid_response", status: 307 })
  expect(seen).toEqual(["/api/oauth/user"])
})

test.each<[string, RequestListener]>([
  ["is silent", () => {}],
  ["is silent after the head", (_, response) => response.writeHead(200).flushHeaders()],
  ["is silent in the middle of the body", (_, response) => response.writeHead(200).write('{"id":')],
  [
    "sends a byte at a time",
    (_, response) => {
      const timer = setInterval(() => response.write(" "), 10)
      response.on("close", () => clearInterval(timer))
    },
  ],
])("a server that %s is a timeout", async (_, listener) => {
  let isClosed = new Promise<void>(() => {})
  const baseUrl = await serve((request, response) => {
    isClosed = new Promise((resolve) => request.socket.on("close", () => resolve()))
    listener(request, response)
  })
  expect(await failure(TOKEN, { baseUrl, timeout: 100 })).toMatchObject({ code: "timeout" })
  // The connection is given up, and not left to the server.
  await isClosed
})

test("the caller's signal is aborted, and not a timeout", async () => {
  const controller = new AbortController()
  const reason = new Error("the person left")
  const baseUrl = await serve(() => controller.abort(reason))
  expect(await failure(TOKEN, { baseUrl, signal: controller.signal })).toMatchObject({
    code: "aborted",
    cause: reason,
  })
})

test("sends nothing when the signal was aborted before", async () => {
  const send = vi.fn<typeof fetch>()
  const error = await failure(TOKEN, { signal: AbortSignal.abort(), fetch: send })
  expect(error.code).toBe("aborted")
  expect(send).not.toHaveBeenCalled()
})

test("leaves no listener on a signal that serves many requests", async () => {
  const { signal } = new AbortController()
  const remove = vi.spyOn(signal, "removeEventListener")
  const add = vi.spyOn(signal, "addEventListener")
  const baseUrl = await serve((_, response) => response.end(JSON.stringify(PROFILE)))
  await getBinkUser(TOKEN, { baseUrl, signal })
  expect(remove.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
    add.mock.calls.map(([type, listener]) => [type, listener]),
  )
})

test.each<[string, RequestListener]>([
  ["resets the connection", (request) => request.socket.resetAndDestroy()],
  [
    "resets it in the middle of the body",
    (request, response) => {
      response.writeHead(200).write('{"id":')
      setTimeout(() => request.socket.resetAndDestroy(), 20)
    },
  ],
  [
    "ends before the length that it named",
    (request, response) => {
      response.writeHead(200, { "content-length": 500 }).write(JSON.stringify(PROFILE))
      setTimeout(() => request.socket.end(), 20)
    },
  ],
  ["sends what is no HTTP", (request) => request.socket.end("SSH-2.0\r\n")],
])("a server that %s is a network_error", async (_, listener) => {
  expect(await failure(TOKEN, { baseUrl: await serve(listener) })).toMatchObject({ code: "network_error" })
})

test("a port where nobody listens is a network_error that says so", async () => {
  const error = await failure(TOKEN, { baseUrl: "http://127.0.0.1:1" })
  expect(error).toMatchObject({ code: "network_error" })
  expect(error.message).toContain("Could not reach Bink")
})

test("a fetch that quotes the request in its error is not quoted", async () => {
  const error = await failure(TOKEN, {
    fetch: async (_, init) => {
      throw Object.assign(new Error(JSON.stringify(init)), { code: `E ${TOKEN}` })
    },
  })
  expect(error).toMatchObject({ code: "network_error" })
})

test("a fetch that answers with text in place of bytes is an invalid_response", async () => {
  const fetch = async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(JSON.stringify(PROFILE))
          controller.close()
        },
      }),
    )
  expect((await failure(TOKEN, { fetch })).code).toBe("invalid_response")
})

test("a fetch that ignores its signal keeps to the time nonetheless", async () => {
  const send: typeof fetch = () => new Promise(() => {})
  expect(await failure(TOKEN, { fetch: send, timeout: 50 })).toMatchObject({ code: "timeout" })
})

test.each([
  ["undefined", undefined],
  ["null", null],
  ["a number", 42],
  ["an object", { toString: () => TOKEN }],
  ["empty", ""],
  ["spaces", "   "],
  ["followed by a line break", `${TOKEN}\n`],
  ["with a header after it", `${TOKEN}\r\nX-Injected: yes`],
  ["with a space in it", "two words"],
  ["of other letters", "жетон"],
  ["of Latin 1", "jeton-é"],
  ["with a NUL", "to\0ken"],
])("a token that is %s is invalid_token, and nothing is sent", async (_, token) => {
  const send = vi.fn<typeof fetch>()
  expect(await failure(token, { fetch: send })).toMatchObject({ code: "invalid_token" })
  expect(send).not.toHaveBeenCalled()
})

test("refuses a personal access token in a browser page, and says why", async () => {
  vi.stubGlobal("window", globalThis)
  vi.stubGlobal("document", {})
  const send = vi.fn<typeof fetch>(async () => Response.json(PROFILE))
  const error = await failure(TOKEN, { fetch: send })
  expect(error.code).toBe("invalid_token")
  expect(error.message).toMatch(/browser page.*read it/s)
  expect(send).not.toHaveBeenCalled()

  expect(await getBinkUser("an-oauth-token", { fetch: send })).toEqual(PROFILE)
})

test("lets a personal access token be used where there is no document", async () => {
  vi.stubGlobal("window", globalThis)
  expect(await getBinkUser(TOKEN, { fetch: async () => Response.json(PROFILE) })).toEqual(PROFILE)
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "1000", null])(
  "a timeout of %s is invalid_option",
  async (timeout) => {
    const send = vi.fn<typeof fetch>()
    expect(await failure(TOKEN, { timeout: timeout as number, fetch: send })).toMatchObject({
      code: "invalid_option",
    })
    expect(send).not.toHaveBeenCalled()
  },
)

test("a base URL that is none is invalid_base_url", async () => {
  expect(await failure(TOKEN, { baseUrl: "bink.link" })).toMatchObject({ code: "invalid_base_url" })
})
