import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Auth, type AuthConfig } from "@auth/core"
import Bink from "authjs-bink"
import { bink, binkUser } from "authjs-bink/better-auth"
import { createBinkEmulator } from "authjs-bink/emulator"
import { betterAuth } from "better-auth"
import { memoryAdapter } from "better-auth/adapters/memory"
import { genericOAuth } from "better-auth/plugins"
import { afterEach, expect, test } from "vitest"
import { run } from "./authjs-bink.ts"

const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0)) await step()
})

/** A folder with files, and packages of which nothing but the version is there. */
function createFolder(
  files: Record<string, string>,
  installed: Record<string, string> = { "next-auth": "5.0.0-beta.32" },
) {
  const folder = mkdtempSync(join(tmpdir(), "authjs-bink-doctor-"))
  undo.push(() => rmSync(folder, { recursive: true }))
  const packages = Object.entries(installed).map(([name, version]) => [
    `node_modules/${name}/package.json`,
    JSON.stringify({ version }),
  ])
  for (const [path = "", text = ""] of [...Object.entries(files), ...packages]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

async function doctor(cwd: string, args: string[] = [], env = {}) {
  const { code, stdout, stderr } = await run(["doctor", "--json", ...args], { cwd, env })
  expect(stderr).toBe("")
  const report = JSON.parse(stdout) as {
    ok: boolean
    findings: { check: string; status: string; says: string; fix?: string; see?: string }[]
  }
  expect(code).toBe(report.ok ? 0 : 1)
  const find = (check: string) => report.findings.find((finding) => finding.check === check)
  return { ...report, find, stdout }
}

/** A server of one's own on a free port, answering by a fetch handler. */
async function serve(answer: (request: Request) => Promise<Response>, headers: Record<string, string> = {}) {
  const server: Server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method = "GET", url = "/" } = incoming
    const body = method === "POST" ? Buffer.concat(chunks) : null
    const request = new Request(`http://${incoming.headers.host}${url}`, {
      method,
      body,
      headers: incoming.headers as Record<string, string>,
    })
    const response = await answer(request)
    for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
    outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  undo.push(
    () => void server.close(),
    () => server.closeAllConnections(),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const person = {
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
} as const

/** An emulator that knows one app, and the app's environment for it. */
async function startBink(redirectUri: string, options: { state?: "drop" } = {}) {
  const emulator = createBinkEmulator({
    users: [{ ...person, id: "u" }],
    clients: [{ clientId: "shop", clientSecret: "s3cret", name: "Shop", redirectUris: [redirectUri] }],
    ...options,
  })
  const { url, close } = await emulator.listen({ port: 0 })
  undo.push(close)
  return { url, env: { AUTH_BINK_ID: "shop", AUTH_BINK_SECRET: "s3cret", AUTH_BINK_ISSUER: url } }
}

const AUTH_SECRET = "a secret of more than thirty-two characters"
const lines = (env: Record<string, string>) =>
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("")

/** A real Auth.js app that signs in with Bink. */
function startApp(binkUrl: () => string, config: Partial<AuthConfig> = {}, headers = {}) {
  return serve((request) => {
    const options = { clientId: "shop", clientSecret: "s3cret", baseUrl: binkUrl() }
    return Auth(request, {
      providers: [Bink(options)],
      basePath: "/api/auth",
      secret: AUTH_SECRET,
      trustHost: true,
      logger: { error: () => {} },
      ...config,
    }) as Promise<Response>
  }, headers)
}

test("an app that is well gets nothing but ok, from its files to its sign-in", async () => {
  let url = ""
  const app = await startApp(() => url)
  const bink = await startBink(`${app}/api/auth/callback/bink`)
  url = bink.url
  const folder = createFolder({ ".env.local": lines({ ...bink.env, AUTH_SECRET, AUTH_TRUST_HOST: "true" }) })
  const { ok, findings, stdout } = await doctor(folder, ["--url", app])
  expect(findings.filter(({ status }) => status !== "ok")).toEqual([])
  expect(ok).toBe(true)
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining([
      "node",
      "next-auth",
      "callback",
      "trustHost",
      "clock",
      "state",
      "credentials",
      "cookies",
      "guards",
      "registration",
    ]),
  )
  expect(stdout).toContain(`${app}/api/auth/callback/bink`)
  for (const secret of ["s3cret", AUTH_SECRET, "shop"]) expect(stdout).not.toContain(secret)
})

test("the words for a terminal say the same, with what to do", async () => {
  const { code, stdout } = await run(["doctor"], {
    cwd: createFolder({}, {}),
    env: { AUTH_BINK_ISSUER: "ftp://x" },
  })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^✖ AUTH_BINK_ISSUER is no base URL\.\n {2}→ Set it to an absolute address/m)
  expect(stdout).toMatch(/or remove it\.\n {4}See authjs-bink\/docs\/errors\.md#invalid_base_url$/m)
  expect(stdout).toMatch(/\d errors, \d warnings?\.\n$/)
})

test.each([
  ["no client id", {}, "AUTH_BINK_ID", "error", "dev@binatomy.com"],
  ["a client id with a space", { AUTH_BINK_ID: "id " }, "AUTH_BINK_ID", "error", "Take it away"],
  [
    "the emulator's credentials for the real Bink",
    { AUTH_BINK_SECRET: "demo-secret" },
    "AUTH_BINK_SECRET",
    "error",
    "AUTH_BINK_ISSUER",
  ],
  ["a base URL over http", { AUTH_BINK_ISSUER: "http://bink.test" }, "AUTH_BINK_ISSUER", "error", "https:"],
  [
    "a base URL with credentials",
    { AUTH_BINK_ISSUER: "https://me:pw123@bink.test" },
    "AUTH_BINK_ISSUER",
    "error",
    "absolute address",
  ],
  ["no secret", {}, "AUTH_SECRET", "error", "openssl rand"],
  ["a short secret", { AUTH_SECRET: "short-one" }, "AUTH_SECRET", "warning", "openssl rand"],
  ["an AUTH_URL that is none", { AUTH_URL: "shop.example" }, "callback", "error", "https://your-app.example"],
  ["nobody to trust", {}, "trustHost", "warning", "AUTH_TRUST_HOST=true"],
  [
    "a Bink that is not there",
    { AUTH_BINK_ISSUER: "http://127.0.0.1:9" },
    "bink",
    "error",
    "npx authjs-bink emulator",
  ],
  ["no --url", {}, "app", "unknown", undefined],
])(
  "%s is found, with what to do, and no value is printed",
  async (_, env: Record<string, string>, check, status, fix) => {
    const { find, stdout } = await doctor(createFolder({}), [], {
      AUTH_BINK_ISSUER: "http://127.0.0.1:9",
      ...("AUTH_BINK_SECRET" in env ? { AUTH_BINK_ISSUER: "" } : {}),
      ...env,
    })
    expect(find(check)).toMatchObject({ status })
    if (fix) expect(find(check)?.fix).toContain(fix)
    if (check === "trustHost") expect(find(check)?.see).toBe("authjs-bink/docs/errors.md#untrustedhost")
    expect(stdout).not.toMatch(/pw123|short-one/)
  },
)

test("the environment's files are read as Next.js reads them, the process's own going first", async () => {
  const folder = createFolder({
    ".env": "AUTH_URL=https://four.example",
    ".env.development": "AUTH_URL=https://three.example",
    ".env.local": "AUTH_URL=https://two.example/auth",
  })
  const issuer = { AUTH_BINK_ISSUER: "http://127.0.0.1:9" }
  const callback = async (env = {}, args: string[] = []) =>
    (await doctor(folder, args, { ...issuer, ...env })).find("callback")?.says.split(": ")[1]
  expect(await callback()).toBe("https://two.example/auth/callback/bink")
  expect(await callback({ AUTH_URL: "https://one.example" })).toBe(
    "https://one.example/api/auth/callback/bink",
  )
  expect(await callback({}, ["--url", "http://127.0.0.1:9/"])).toBe("http://127.0.0.1:9/auth/callback/bink")
})

test.each([
  ["next-auth", "4.23.9", "error"],
  ["next-auth", "4.24.15", "ok"],
  ["next-auth", "5.0.0-beta.32", "ok"],
  ["next-auth", "6.0.0", "error"],
  ["react", "17.0.2", "error"],
  ["react", "19.3.1", "ok"],
  ["@auth/core", "0.33.9", "error"],
  ["@auth/core", "0.41.3", "ok"],
  ["@auth/core", "1.0.0", "error"],
  ["better-auth", "1.6.34", "error"],
])("%s %s is %s", async (name, version, status) => {
  const { find } = await doctor(createFolder({}, { [name]: version }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find(name)?.status).toBe(status)
})

test("next-auth 4 is asked for its own names", async () => {
  const { find } = await doctor(createFolder({}, { "next-auth": "4.24.15" }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find("NEXTAUTH_URL")).toMatchObject({ status: "warning" })
  expect(find("trustHost")).toBeUndefined()
})

test("whether state comes back is seen without anyone signing in, or said to be unknown", async () => {
  const callback = "http://localhost:3000/api/auth/callback/bink"
  const [echo, drop] = [await startBink(callback), await startBink(callback, { state: "drop" })]
  const folder = createFolder({})
  expect((await doctor(folder, [], echo.env)).find("state")).toMatchObject({ status: "ok" })
  const dropped = (await doctor(folder, [], drop.env)).find("state")
  expect(dropped).toMatchObject({
    status: "error",
    fix: expect.stringContaining('Bink({ checks: ["pkce"] })'),
  })
  // Not registered for this app: no answer comes back to it, so nothing can be seen.
  const other = await doctor(folder, [], { ...echo.env, AUTH_URL: "https://other.example" })
  expect(other.find("state")).toMatchObject({ status: "unknown" })
})

test("a wrong id or secret is seen without anyone signing in, or said to be unknown", async () => {
  const { env } = await startBink("http://localhost:3000/api/auth/callback/bink")
  const folder = createFolder({})
  const credentials = async (other = {}) => {
    const { find, stdout } = await doctor(folder, [], { ...env, ...other })
    expect(stdout).not.toContain("s3cret")
    return find("credentials")
  }
  expect(await credentials()).toMatchObject({ status: "ok" })
  const refused = {
    status: "error",
    fix: expect.stringContaining("Compare"),
    see: "authjs-bink/docs/errors.md#token_refused",
  }
  expect(await credentials({ AUTH_BINK_SECRET: "another-s3cret" })).toMatchObject(refused)
  expect(await credentials({ AUTH_BINK_ID: "another" })).toMatchObject(refused)
  expect(await credentials({ AUTH_BINK_SECRET: "" })).toBeUndefined()

  const silent = await serve(async () => new Response("", { status: 401 }))
  expect(await credentials({ AUTH_BINK_ISSUER: silent })).toMatchObject({ status: "unknown" })
})

test("a clock that is off is an error, with by how much", async () => {
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString()
  const url = await serve(async () => new Response("{}", { status: 401 }), { date: hourAgo })
  const clock = (await doctor(createFolder({}), [], { AUTH_BINK_ISSUER: url })).find("clock")
  expect(clock).toMatchObject({
    status: "error",
    says: expect.stringMatching(/3(599|600|601) seconds ahead/),
  })
})

test.each([
  ["fails", 503, "error"],
  ["is something else", 200, "warning"],
])("a Bink that %s is said to", async (_, status, expected) => {
  const url = await serve(async () => new Response("{}", { status }))
  expect((await doctor(createFolder({}), [], { AUTH_BINK_ISSUER: url })).find("bink")).toMatchObject({
    status: expected,
  })
})

test("what keeps a running app from signing in is found from outside", async () => {
  let url = ""
  const bink = () => url
  const app = await startApp(bink)
  url = (await startBink("https://elsewhere.example/callback")).url
  const env = { AUTH_BINK_ISSUER: url }
  const folder = createFolder({})
  const look = async (address: string) => doctor(folder, ["--url", address], env)

  expect((await look(app)).find("registration")).toMatchObject({
    status: "error",
    fix: expect.stringContaining(`npx authjs-bink emulator --redirect-uri ${app}/api/auth/callback/bink`),
  })
  expect((await look(`${app}/auth`)).find("app")).toMatchObject({ status: "error" })
  expect((await look("http://127.0.0.1:9")).find("app")?.says).toContain("does not answer")

  const withoutBink = await startApp(bink, { providers: [] })
  expect((await look(withoutBink)).find("app")?.says).toContain("Bink is not among its providers")

  const untrusting = await startApp(bink, { trustHost: false })
  expect((await look(untrusting)).find("app")?.fix).toContain("AUTH_TRUST_HOST=true")

  const unguarded = await startApp(bink, {
    providers: [Bink({ clientId: "shop", clientSecret: "s3cret", baseUrl: url, checks: ["none"] })],
  })
  expect((await look(unguarded)).find("guards")).toMatchObject({ status: "error" })

  const halfGuarded = await startApp(bink, {
    providers: [Bink({ clientId: "shop", clientSecret: "s3cret", baseUrl: url, checks: ["pkce"] })],
  })
  expect((await look(halfGuarded)).find("guards")).toMatchObject({ status: "warning" })

  const secure = await startApp(bink, { useSecureCookies: true })
  expect((await look(secure)).find("cookies")).toMatchObject({ status: "error" })
})

test("a Better Auth app is looked at too", async () => {
  let answer = async (_: Request) => new Response()
  const app = await serve((request) => answer(request))
  const { url, env } = await startBink(`${app}/api/auth/callback/bink`)
  const auth = betterAuth({
    baseURL: app,
    secret: AUTH_SECRET,
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    plugins: [
      genericOAuth({ config: [bink({ baseUrl: url, clientId: "shop", clientSecret: "s3cret" })] }),
      binkUser(),
    ],
  })
  answer = auth.handler
  const folder = createFolder({}, { "better-auth": "1.7.25" })
  const { findings } = await doctor(folder, ["--url", app], { ...env, BETTER_AUTH_SECRET: AUTH_SECRET })
  expect(findings.filter(({ status }) => status !== "ok")).toEqual([])
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(["app", "cookies", "guards", "registration"]),
  )

  // In a workspace, beside an app with next-auth, it is still an app with Better Auth.
  const manifest = JSON.stringify({ dependencies: { "better-auth": "^1.7.0" } })
  const workspace = createFolder(
    { "package.json": manifest },
    { "better-auth": "1.7.25", "next-auth": "5.0.0-beta.32" },
  )
  const beside = await doctor(workspace, ["--url", app], { ...env, BETTER_AUTH_SECRET: AUTH_SECRET })
  expect(beside.find("registration")?.status).toBe("ok")

  answer = betterAuth({
    baseURL: app,
    secret: AUTH_SECRET,
    database: memoryAdapter({}),
    logger: { disabled: true },
  }).handler
  const without = await doctor(folder, ["--url", app], env)
  expect(without.find("app")?.says).toContain("Bink is not among its providers")
})
