import { once } from "node:events"
import { connect } from "node:net"
import { type BinkEmulator, type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { authorizeUrl, KWAME } from "./requests.ts"

let bink: BinkEmulator
let server: BinkEmulatorServer
beforeEach(async () => {
  bink = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  server = await bink.listen({ port: 0 })
})
afterEach(() => server.close())

const user = (init: RequestInit = {}) =>
  fetch(`${server.url}/api/oauth/user`, { headers: { Authorization: "Bearer bink_kwame" }, ...init })

/** Sends bytes over a socket, and returns everything that the server sends until the connection closes. */
async function raw(bytes: string | Uint8Array): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1")
  let response = ""
  socket.on("data", (chunk) => {
    response += chunk.toString("latin1")
  })
  socket.on("error", () => undefined)
  socket.end(bytes)
  await once(socket, "close")
  return response
}

describe("listen", () => {
  test("returns a URL without a trailing slash, and close() ends open connections", async () => {
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
  ])("on %s returns a URL that can be fetched", async (host, address) => {
    const other = await bink.listen({ port: 0, host })
    expect(other.url).toMatch(address)
    const response = await fetch(authorizeUrl({}, other.url))
    await other.close()
    expect(response.status).toBe(200)
  })

  test("rejects a port in use with port_in_use", async () => {
    const port = Number(new URL(server.url).port)
    const error = await bink.listen({ port }).catch((error) => error)
    expect(error).toMatchObject({ name: "BinkError", code: "port_in_use" })
    expect(error.message).toContain(`Port ${port} is in use`)
  })

  test.each([-1, 65_536, 1.5, Number.NaN, "80" as unknown as number])("rejects the port %s", async (port) => {
    await expect(bink.listen({ port })).rejects.toMatchObject({ code: "invalid_option" })
  })

  test("rejects a host of another machine", async () => {
    await expect(bink.listen({ port: 0, host: "192.0.2.1" })).rejects.toMatchObject({
      code: "invalid_option",
    })
  })
})

describe("connection faults", () => {
  test("reset closes the connection without a response", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "reset" })
    const error = await user().catch((error) => error)
    expect(error.cause.code).toBe("ECONNRESET")
    expect((await user()).status).toBe(200)
  })

  test("truncate closes the connection in the middle of the body", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "truncate" })
    const response = await user()
    expect(response.status).toBe(200)
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(100)
    await expect(response.text()).rejects.toThrow("terminated")
  })

  test("hang never responds, and ends when the client aborts", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "hang" })
    const controller = new AbortController()
    const response = user({ signal: controller.signal })
    while (bink.requests().length === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    await expect(response).rejects.toThrow()
    expect((await user()).status).toBe(200)
  })

  test("dribble sends the first byte immediately and waits before the second", async () => {
    bink.faults.add({ endpoint: "user", times: 1, kind: "dribble" })
    const reader = ((await user()).body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("{")
    await reader.cancel()
  })

  test("sends the status and headers of a fault unchanged", async () => {
    bink.faults.add({ endpoint: "user", status: 302, headers: { Location: "/elsewhere", "X-Test": "1" } })
    const response = await user({ redirect: "manual" })
    expect([response.status, response.headers.get("location"), response.headers.get("x-test")]).toEqual([
      302,
      "/elsewhere",
      "1",
    ])
  })
})

test("URLs in responses have the host of the Host header, if it is valid", async () => {
  const port = new URL(server.url).port
  const send = (host: string) =>
    raw(
      `GET /api/oauth/user HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer bink_kwame\r\nConnection: close\r\n\r\n`,
    )
  expect(await send(`localhost:${port}`)).toContain(`"avatar":"http://localhost:${port}/avatars/`)
  expect(await send("")).toContain(`"avatar":"${server.url}/avatars/`)
})

describe("the Host header", () => {
  const statusFor = async (host: string, { port = new URL(server.url).port, path = "/_bink" } = {}) => {
    const socket = connect(Number(port), "127.0.0.1")
    socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    const [chunk] = await once(socket, "data")
    socket.destroy()
    return Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1])
  }

  test.each([
    ["localhost", 200],
    ["localhost:9", 200],
    ["app.localhost", 200],
    ["127.0.0.1", 200],
    ["[::1]:80", 200],
    ["evil.example", 421],
    ["evil.example:2465", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["evil.example/localhost", 421],
    ["localhost@evil.example", 421],
    ["192.0.2.1", 421],
  ])("%s gets %i", async (host, status) => {
    expect(await statusFor(host)).toBe(status)
    expect(await statusFor(host, { path: "/api/oauth/authorize" })).toBe(status === 200 ? 400 : status)
  })

  test("may be one of allowedHosts, and that of publicUrl", async () => {
    const other = createBinkEmulator({
      allowedHosts: ["bink", "Bink.Internal:2465"],
      publicUrl: "https://bink.example",
    })
    const { url, close } = await other.listen({ port: 0 })
    const { port } = new URL(url)
    for (const host of ["bink:2465", "bink.internal", "BINK.example"])
      expect(await statusFor(host, { port })).toBe(200)
    expect(await statusFor("evil.example", { port })).toBe(421)
    await close()
  })

  test("is not checked without a port", async () => {
    expect((await bink.fetch("http://evil.example/_bink")).status).toBe(200)
  })
})

test("listening on all addresses logs a warning with them, and listening on loopback does not", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {})
  await (await bink.listen({ port: 0, host: "::1" })).close()
  expect(warn).not.toHaveBeenCalled()
  const { url, close } = await bink.listen({ port: 0, host: "0.0.0.0" })
  expect(warn.mock.calls[0]?.[0]).toMatch(new RegExp(`Other machines can reach.*:${new URL(url).port}`))
  await close()
  warn.mockRestore()
})

test("URLs in responses have the server's own host without a Host header", async () => {
  const response = await raw("GET /api/oauth/user HTTP/1.0\r\nAuthorization: Bearer bink_kwame\r\n\r\n")
  expect(response).toContain(`"avatar":"${server.url}/avatars/`)
})

test("sends no keep-alive timeout, so that only the client closes idle connections", async () => {
  expect((await user()).headers.get("keep-alive")).toBeNull()
})

test("responds to HEAD with the headers of GET and no body", async () => {
  const head = await user({ method: "HEAD" })
  expect(head.status).toBe(200)
  expect(head.headers.get("content-type")).toBe("application/json")
  expect(await head.text()).toBe("")
})

test("rejects a body that is too large and closes the connection", async () => {
  const body = "x".repeat(1_000_000)
  const response = await raw(
    "POST /api/oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  )
  expect(response).toMatch(/^HTTP\/1\.1 400 /)
  expect(response).toContain("64 KiB")
})

test.each([
  ["a request that is not HTTP", "hello\r\n\r\n", /^HTTP\/1\.1 400 /],
  [
    "TRACE",
    "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    /^HTTP\/1\.1 400 .*invalid_request/s,
  ],
  [
    "an absolute request target",
    "GET http://a/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    /^HTTP\/1\.1 400 /,
  ],
  [
    "the request target *",
    "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    /^HTTP\/1\.1 400 /,
  ],
  [
    "an invalid percent-encoding",
    "GET /%zz%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    /^HTTP\/1\.1 404 /,
  ],
  [
    "a header with bytes above ASCII",
    "GET /api/oauth/user HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \xff\r\nConnection: close\r\n\r\n",
    /^HTTP\/1\.1 400 /,
  ],
])("responds to %s", async (_, bytes, expected) => {
  expect(await raw(Buffer.from(bytes, "latin1"))).toMatch(expected)
})
