import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterAll, beforeAll, expect, test } from "vitest"
import { run } from "./run-cli.ts"

const profile = {
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
} as const
const bink = createBinkEmulator({
  users: [
    { ...profile, id: "u0" },
    { ...profile, id: "u1", username: "kwame", verificationLevel: 1 },
    { ...profile, id: "u2", name: "Yuki", plan: "BUSINESS", verificationLevel: 2 },
    { ...profile, id: "u3", name: "Eve\u001b[2J\u202e\nroot" },
  ],
  tokens: { bink_u0: "u0", bink_u1: "u1", bink_u2: "u2", bink_u3: "u3" },
})
let server: BinkEmulatorServer
beforeAll(async () => {
  server = await bink.listen({ port: 0 })
})
afterAll(() => server.close())

const whoami = (token: string, args: string[] = [], env = {}) =>
  run(["whoami", ...args], { env: { BINK_TOKEN: token, AUTH_BINK_ISSUER: server.url, ...env } })

test.each([
  [0, "bink_u0", "No name", "○ Not verified"],
  [1, "bink_u1", "kwame", "✔ Passkey-verified"],
  [2, "bink_u2", "Yuki", "★ Trusted"],
])("whoami prints the name and the badge of a user with level %i", async (_, token, title, badge) => {
  const { code, stdout } = await whoami(token)
  expect(code).toBe(0)
  expect(stdout.split("\n")[0]).toBe(`${title}  ${badge}`)
  expect(stdout).not.toContain(token)
})

test("whoami prints a row for every other field of the profile", async () => {
  const { stdout } = await whoami("bink_u2")
  expect(stdout.split("\n").slice(1)).toEqual([
    "  ID        u2",
    "  Email     –",
    "  Username  –",
    "  Picture   –",
    "  Plan      BUSINESS",
    "",
  ])
})

test("whoami prints each level in a different colour", async () => {
  const colours = await Promise.all(
    ["bink_u0", "bink_u1", "bink_u2"].map(
      async (token) => /(\S+)[○✔★]/.exec((await whoami(token, [], { FORCE_COLOR: "1" })).stdout)?.[1],
    ),
  )
  expect(new Set(colours)).toHaveProperty("size", 3)
})

test("whoami --json prints the profile as JSON, and --base-url overrides AUTH_BINK_ISSUER", async () => {
  const { stdout } = await whoami("bink_u2", ["--json", "--base-url", server.url], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:1",
  })
  expect(JSON.parse(stdout)).toEqual({
    ...profile,
    id: "u2",
    name: "Yuki",
    plan: "BUSINESS",
    verificationLevel: 2,
  })
})

test("whoami replaces control characters and direction marks in a name", async () => {
  const { stdout } = await whoami("bink_u3")
  expect(stdout.split("\n")[0]).toBe("Eve\ufffd[2J\ufffd\ufffdroot  ○ Not verified")
})

test.each([
  ["a token that Bink rejects", "bink_secret", "Bink rejected the token (HTTP 401)"],
  ["a token with a line break", "bink_secret\nX-Evil: 1", "Invalid token"],
])("whoami rejects %s without printing it", async (_, token, expected) => {
  const { code, stdout, stderr } = await whoami(token)
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/secret|Evil|\n\s+at /)
})

test("whoami reports an unreachable server, a response that is not JSON and an invalid base URL", async () => {
  const other = createServer((_, response) => response.end("<h1>Welcome</h1>")).listen(0)
  const closed = createServer().listen(0)
  const [port, closedPort] = [other, closed].map((server) => (server.address() as AddressInfo).port)
  closed.close()
  const [unreachable, html, invalidUrl] = await Promise.all([
    whoami("bink_u1", ["--base-url", `http://127.0.0.1:${closedPort}`]),
    whoami("bink_u1", ["--base-url", `http://localhost:${port}`]),
    whoami("bink_u1", ["--base-url", "bink.link"]),
  ])
  other.close()
  expect([unreachable.code, html.code, invalidUrl.code]).toEqual([1, 1, 1])
  expect(unreachable.stderr).toContain("ECONNREFUSED")
  expect(html.stderr).toContain("not JSON")
  expect(invalidUrl.stderr).toContain("base URL")
})
