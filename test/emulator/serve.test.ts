import { once } from "node:events"
import { connect } from "node:net"
import { type BinkEmulator, type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { authorizeUrl, KWAME } from "./browse.ts"

let bink: BinkEmulator
let server: BinkEmulatorServer
beforeEach(async () => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  server = await bink.listen({ port: 0 })
})
afterEach(() => server.close())

const user = (init: RequestInit = {}) =>
  fetch(`${server.url}/api/oauth/user`, { headers: { Authorization: "Bearer bink_kwame" }, ...init })

/** Sends bytes as they are, and returns what comes back before the connection ends. */
async function raw(bytes: string | Uint8Array): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1")
  let answer = ""
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1")
  })
  socket.on("error", () => undefined)
  socket.end(bytes)
  await once(socket, "close")
  return answer
}

describe("a port", () => {
  test("is named without a trailing slash, and closes with everything that is open on it", async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    bink.faults.add({ endpoint: "user", kind: "hang" })
    const hanging = expect(user()).rejects.toThrow()
    while (bink.requests().length === 0) await new Promise((resolve) => setImmediate(resolve))
    await server.close()
    await hanging
    await expect(user()).rejects.toThrow()
    await server.close()
  })

  test.each([
    ["localhost", /^http:\/\/localhost:\d+$/],
    ["::1", /^http:\/\/\[::1\]:\d+$/],
    ["0.0.0.0", /^http:\/\/127\.0\.0\.1:\d+$/],
  ])("of %s is reached by its address", async (host, address) => {
    const other = await bink.listen({ port: 0, host })
    expect(other.url).toMatch(address)
    const answer = await fetch(authorizeUrl({}, other.url))
    await other.close()
    expect(answer.status).toBe(200)
  })

  test("in use is said so, with what to do", async () => {
    const port = Number(new URL(server.url).port)
    const error = await bink.listen({ port }).catch((error) => error)
    expect(error).toMatchObject({ name: "BinkError", code: "port_in_use" })
    expect(error.message).toContain(`Port ${port} is taken`)
  })

  test.each([-1, 65_536, 1.5, Number.NaN, "80" as unknown as number])("of %s is refused", async (port) => {
    await expect(bink.listen({ port })).rejects.toMatchObject({ code: "invalid_option" })
  })

  test("of a host that is not here is refused", async () => {
    await expect(bink.listen({ port: 0, host: "192.0.2.1" })).rejects.toMatchObject({
      code: "invalid_option",
    })
  })
})

describe("faults of the connection", () => {
  test("reset breaks it without an answer", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "reset" })
    const error = await user().catch((error) => error)
    expect(error.cause.code).toBe("ECONNRESET")
    expect((await user()).status).toBe(200)
  })

  test("truncate breaks it half-way", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "truncate" })
    const answer = await user()
    expect(answer.status).toBe(200)
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(100)
    await expect(answer.text()).rejects.toThrow("terminated")
  })

  test("hang never answers, and ends with the client", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "hang" })
    const controller = new AbortController()
    const answer = user({ signal: controller.signal })
    while (bink.requests().length === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    await expect(answer).rejects.toThrow()
    expect((await user()).status).toBe(200)
  })

  test("dribble sends the first byte at once and not the rest", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "dribble" })
    const reader = ((await user()).body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("{")
    await reader.cancel()
  })

  test("a fault's redirect and headers arrive as they are", async () => {
    bink.faults.add({ endpoint: "user", status: 302, headers: { Location: "/elsewhere", "X-Test": "1" } })
    const answer = await user({ redirect: "manual" })
    expect([answer.status, answer.headers.get("location"), answer.headers.get("x-test")]).toEqual([
      302,
      "/elsewhere",
      "1",
    ])
  })
})

test("addresses in answers lead back by the name that the client used, unless that is none", async () => {
  const port = new URL(server.url).port
  const ask = (host: string) =>
    raw(
      `GET /api/oauth/user HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer bink_kwame\r\nConnection: close\r\n\r\n`,
    )
  expect(await ask(`localhost:${port}`)).toContain(`"avatar":"http://localhost:${port}/avatars/`)
  expect(await ask("evil.test/x?y")).toContain(`"avatar":"${server.url}/avatars/`)
  expect(await ask("")).toContain(`"avatar":"${server.url}/avatars/`)
})

test("a client that does not say how it knows us is told our own address", async () => {
  const answer = await raw("GET /api/oauth/user HTTP/1.0\r\nAuthorization: Bearer bink_kwame\r\n\r\n")
  expect(answer).toContain(`"avatar":"${server.url}/avatars/`)
})

test("an open connection is the client's to close", async () => {
  // With a time of its own, the server closes what the client is about to use.
  expect((await user()).headers.get("keep-alive")).toBeNull()
})

test("HEAD has the head of GET and no body", async () => {
  const head = await user({ method: "HEAD" })
  expect(head.status).toBe(200)
  expect(head.headers.get("content-type")).toBe("application/json")
  expect(await head.text()).toBe("")
})

test("a body too large is answered, and its connection ends", async () => {
  const body = "x".repeat(1_000_000)
  const answer = await raw(
    "POST /api/oauth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain("64 KiB")
})

test.each([
  ["no HTTP", "hello\r\n\r\n", /^HTTP\/1\.1 400 /],
  ["TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 400 .*invalid_request/s],
  ["a proxy's address", "GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 400 /],
  ["an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 400 /],
  ["a broken escape", "GET /%zz%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 404 /],
  [
    "bytes above ASCII",
    "GET /api/oauth/user HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \xff\r\nConnection: close\r\n\r\n",
    /^HTTP\/1\.1 400 /,
  ],
])("%s is answered", async (_, bytes, expected) => {
  expect(await raw(Buffer.from(bytes, "latin1"))).toMatch(expected)
})
