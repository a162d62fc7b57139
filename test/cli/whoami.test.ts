import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterAll, beforeAll, expect, test } from "vitest"
import { run } from "./authjs-bink.ts"

const person = {
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
} as const
const bink = createBinkEmulator({
  users: [
    { ...person, id: "u0" },
    { ...person, id: "u1", username: "kwame", verificationLevel: 1 },
    { ...person, id: "u2", name: "Yuki", plan: "BUSINESS", verificationLevel: 2 },
    { ...person, id: "u3", name: "Eve\u001b[2J\u202e\nroot" },
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
  ["bink_u0", "Somebody without a name", "○ not verified"],
  ["bink_u1", "kwame", "✔ passkey-verified"],
  ["bink_u2", "Yuki", "★ trusted"],
])("%s is drawn with its badge", async (token, title, badge) => {
  const { code, stdout } = await whoami(token)
  expect(code).toBe(0)
  expect(stdout.split("\n")[0]).toBe(`${title}  ${badge}`)
  expect(stdout).not.toContain(token)
})

test("each level has a colour of its own", async () => {
  const colours = await Promise.all(
    ["bink_u0", "bink_u1", "bink_u2"].map(
      async (token) => /(\S+)[○✔★]/.exec((await whoami(token, [], { FORCE_COLOR: "1" })).stdout)?.[1],
    ),
  )
  expect(new Set(colours)).toHaveProperty("size", 3)
})

test("--json prints the profile as Bink documents it, --base-url goes before the environment", async () => {
  const { stdout } = await whoami("bink_u2", ["--json", "--base-url", server.url], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:1",
  })
  expect(JSON.parse(stdout)).toEqual({
    ...person,
    id: "u2",
    name: "Yuki",
    plan: "BUSINESS",
    verificationLevel: 2,
  })
})

test("a name cannot steer the terminal", async () => {
  const { stdout } = await whoami("bink_u3")
  expect(stdout.split("\n")[0]).toBe("Eve\ufffd[2J\ufffd\ufffdroot  ○ not verified")
})

test.each([
  ["a token that Bink does not know", "bink_secret", "Bink rejected the token (HTTP 401)"],
  ["a token that cannot be sent", "bink_secret\nX-Evil: 1", "Invalid token"],
])("%s ends with 1 and a sentence, never with the token", async (_, token, expected) => {
  const { code, stdout, stderr } = await whoami(token)
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/secret|Evil|\n\s+at /)
})

test("a Bink that is not there, or is something else, is a sentence too", async () => {
  const other = createServer((_, response) => response.end("<h1>Welcome</h1>")).listen(0)
  const closed = createServer().listen(0)
  const [port, nobody] = [other, closed].map((server) => (server.address() as AddressInfo).port)
  closed.close()
  const [gone, wrong, broken] = await Promise.all([
    whoami("bink_u1", ["--base-url", `http://127.0.0.1:${nobody}`]),
    whoami("bink_u1", ["--base-url", `http://localhost:${port}`]),
    whoami("bink_u1", ["--base-url", "bink.link"]),
  ])
  other.close()
  expect([gone.code, wrong.code, broken.code]).toEqual([1, 1, 1])
  expect(gone.stderr).toContain("ECONNREFUSED")
  expect(wrong.stderr).toContain("not JSON")
  expect(broken.stderr).toContain("base URL")
})
