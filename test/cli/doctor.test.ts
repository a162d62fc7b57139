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
import { run } from "./run-cli.ts"

const cleanups: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

/** Creates a directory with files, and packages that consist of a version. */
function createDirectory(
  files: Record<string, string>,
  installed: Record<string, string> = { "next-auth": "5.0.0-beta.32" },
) {
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-doctor-"))
  cleanups.push(() => rmSync(directory, { recursive: true }))
  const packages = Object.entries(installed).map(([name, version]) => [
    `node_modules/${name}/package.json`,
    JSON.stringify({ version }),
  ])
  for (const [path = "", text = ""] of [...Object.entries(files), ...packages]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  return directory
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

/** Serves a fetch handler on a free port and returns its URL. */
async function serve(handler: (request: Request) => Promise<Response>, headers: Record<string, string> = {}) {
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
    const response = await handler(request)
    for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
    outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  cleanups.push(
    () => void server.close(),
    () => server.closeAllConnections(),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const profile = {
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
} as const

/** Starts an emulator with one client. Returns its URL and the client's environment variables. */
async function startBink(redirectUri: string, options: { state?: "drop" } = {}) {
  const emulator = createBinkEmulator({
    users: [{ ...profile, id: "u" }],
    clients: [{ clientId: "shop", clientSecret: "s3cret", name: "Shop", redirectUris: [redirectUri] }],
    ...options,
  })
  const { url, close } = await emulator.listen({ port: 0 })
  cleanups.push(close)
  return { url, env: { AUTH_BINK_ID: "shop", AUTH_BINK_SECRET: "s3cret", AUTH_BINK_ISSUER: url } }
}

const AUTH_SECRET = "a secret of more than thirty-two characters"
const lines = (env: Record<string, string>) =>
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("")

/** Starts an Auth.js app with the Bink provider. */
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

test("doctor reports only ok for a correct app", async () => {
  let url = ""
  const app = await startApp(() => url)
  const bink = await startBink(`${app}/api/auth/callback/bink`)
  url = bink.url
  const directory = createDirectory({
    ".env.local": lines({ ...bink.env, AUTH_SECRET, AUTH_TRUST_HOST: "true" }),
  })
  const { ok, findings, stdout } = await doctor(directory, ["--url", app])
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

test("doctor prints message, fix and error reference without --json", async () => {
  const { code, stdout } = await run(["doctor"], {
    cwd: createDirectory({}, {}),
    env: { AUTH_BINK_ISSUER: "ftp://x" },
  })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^✖ AUTH_BINK_ISSUER is no base URL\.\n {2}→ Set it to an absolute address/m)
  expect(stdout).toMatch(/or remove it\.\n {4}See authjs-bink\/docs\/errors\.md#invalid_base_url$/m)
  expect(stdout).toMatch(/\d errors, \d warnings?\.\n$/)
})

test.each([
  ["a missing client id", {}, "AUTH_BINK_ID", "error", "dev@binatomy.com"],
  ["a client id that contains whitespace", { AUTH_BINK_ID: "id " }, "AUTH_BINK_ID", "error", "Take it away"],
  [
    "the emulator's credentials with https://bink.link",
    { AUTH_BINK_SECRET: "demo-secret" },
    "AUTH_BINK_SECRET",
    "error",
    "AUTH_BINK_ISSUER",
  ],
  ["a base URL without TLS", { AUTH_BINK_ISSUER: "http://bink.test" }, "AUTH_BINK_ISSUER", "error", "https:"],
  [
    "a base URL with credentials",
    { AUTH_BINK_ISSUER: "https://me:pw123@bink.test" },
    "AUTH_BINK_ISSUER",
    "error",
    "absolute address",
  ],
  ["a missing AUTH_SECRET", {}, "AUTH_SECRET", "error", "openssl rand"],
  ["a short AUTH_SECRET", { AUTH_SECRET: "short-one" }, "AUTH_SECRET", "warning", "openssl rand"],
  [
    "an AUTH_URL that is not a URL",
    { AUTH_URL: "shop.example" },
    "callback",
    "error",
    "https://your-app.example",
  ],
  ["a missing AUTH_TRUST_HOST", {}, "trustHost", "warning", "AUTH_TRUST_HOST=true"],
  [
    "an unreachable base URL",
    { AUTH_BINK_ISSUER: "http://127.0.0.1:9" },
    "bink",
    "error",
    "npx authjs-bink emulator",
  ],
  ["a missing --url", {}, "app", "unknown", undefined],
])(
  "doctor reports %s with a fix, and prints no secret",
  async (_, env: Record<string, string>, check, status, fix) => {
    const { find, stdout } = await doctor(createDirectory({}), [], {
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

test("doctor reads environment files in the order of Next.js, after the process environment", async () => {
  const directory = createDirectory({
    ".env": "AUTH_URL=https://four.example",
    ".env.development": "AUTH_URL=https://three.example",
    ".env.local": "AUTH_URL=https://two.example/auth",
  })
  const issuer = { AUTH_BINK_ISSUER: "http://127.0.0.1:9" }
  const callback = async (env = {}, args: string[] = []) =>
    (await doctor(directory, args, { ...issuer, ...env })).find("callback")?.says.split(": ")[1]
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
])("doctor checks the version of %s: %s is %s", async (name, version, status) => {
  const { find } = await doctor(createDirectory({}, { [name]: version }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find(name)?.status).toBe(status)
})

test("doctor checks NEXTAUTH_URL and not trustHost in a next-auth 4 app", async () => {
  const { find } = await doctor(createDirectory({}, { "next-auth": "4.24.15" }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find("NEXTAUTH_URL")).toMatchObject({ status: "warning" })
  expect(find("trustHost")).toBeUndefined()
})

test("doctor reports whether state is returned, or unknown if the redirect URI is not registered", async () => {
  const callback = "http://localhost:3000/api/auth/callback/bink"
  const [echo, drop] = [await startBink(callback), await startBink(callback, { state: "drop" })]
  const directory = createDirectory({})
  expect((await doctor(directory, [], echo.env)).find("state")).toMatchObject({ status: "ok" })
  const dropped = (await doctor(directory, [], drop.env)).find("state")
  expect(dropped).toMatchObject({
    status: "error",
    fix: expect.stringContaining('Bink({ checks: ["pkce"] })'),
  })
  // The server does not redirect to an unregistered URI.
  const other = await doctor(directory, [], { ...echo.env, AUTH_URL: "https://other.example" })
  expect(other.find("state")).toMatchObject({ status: "unknown" })
})

test("doctor reports a wrong client id or secret, or unknown if the server returns no error code", async () => {
  const { env } = await startBink("http://localhost:3000/api/auth/callback/bink")
  const directory = createDirectory({})
  const credentials = async (overrides = {}) => {
    const { find, stdout } = await doctor(directory, [], { ...env, ...overrides })
    expect(stdout).not.toContain("s3cret")
    return find("credentials")
  }
  expect(await credentials()).toMatchObject({ status: "ok" })
  const rejected = {
    status: "error",
    fix: expect.stringContaining("Compare"),
    see: "authjs-bink/docs/errors.md#token_refused",
  }
  expect(await credentials({ AUTH_BINK_SECRET: "another-s3cret" })).toMatchObject(rejected)
  expect(await credentials({ AUTH_BINK_ID: "another" })).toMatchObject(rejected)
  expect(await credentials({ AUTH_BINK_SECRET: "" })).toBeUndefined()

  const noErrorCode = await serve(async () => new Response("", { status: 401 }))
  expect(await credentials({ AUTH_BINK_ISSUER: noErrorCode })).toMatchObject({ status: "unknown" })
})

test("doctor reports the offset of a wrong clock", async () => {
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString()
  const url = await serve(async () => new Response("{}", { status: 401 }), { date: hourAgo })
  const clock = (await doctor(createDirectory({}), [], { AUTH_BINK_ISSUER: url })).find("clock")
  expect(clock).toMatchObject({
    status: "error",
    says: expect.stringMatching(/3(599|600|601) seconds ahead/),
  })
})

test.each([
  ["an HTTP error", 503, "error"],
  ["a response without the expected status", 200, "warning"],
])("doctor reports %s of the user endpoint", async (_, status, expected) => {
  const url = await serve(async () => new Response("{}", { status }))
  expect((await doctor(createDirectory({}), [], { AUTH_BINK_ISSUER: url })).find("bink")).toMatchObject({
    status: expected,
  })
})

test("doctor --url reports configuration errors of a running app", async () => {
  let url = ""
  const bink = () => url
  const app = await startApp(bink)
  url = (await startBink("https://elsewhere.example/callback")).url
  const env = { AUTH_BINK_ISSUER: url }
  const directory = createDirectory({})
  const inspect = async (address: string) => doctor(directory, ["--url", address], env)

  expect((await inspect(app)).find("registration")).toMatchObject({
    status: "error",
    fix: expect.stringContaining(`npx authjs-bink emulator --redirect-uri ${app}/api/auth/callback/bink`),
  })
  expect((await inspect(`${app}/auth`)).find("app")).toMatchObject({ status: "error" })
  expect((await inspect("http://127.0.0.1:9")).find("app")?.says).toContain("does not answer")

  const withoutBink = await startApp(bink, { providers: [] })
  expect((await inspect(withoutBink)).find("app")?.says).toContain("Bink is not among its providers")

  const untrusted = await startApp(bink, { trustHost: false })
  expect((await inspect(untrusted)).find("app")?.fix).toContain("AUTH_TRUST_HOST=true")

  const withoutChecks = await startApp(bink, {
    providers: [Bink({ clientId: "shop", clientSecret: "s3cret", baseUrl: url, checks: ["none"] })],
  })
  expect((await inspect(withoutChecks)).find("guards")).toMatchObject({ status: "error" })

  const withoutState = await startApp(bink, {
    providers: [Bink({ clientId: "shop", clientSecret: "s3cret", baseUrl: url, checks: ["pkce"] })],
  })
  expect((await inspect(withoutState)).find("guards")).toMatchObject({ status: "warning" })

  const secure = await startApp(bink, { useSecureCookies: true })
  expect((await inspect(secure)).find("cookies")).toMatchObject({ status: "error" })
})

test("doctor --url checks a Better Auth app", async () => {
  let handler = async (_: Request) => new Response()
  const app = await serve((request) => handler(request))
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
  handler = auth.handler
  const directory = createDirectory({}, { "better-auth": "1.7.25" })
  const { findings } = await doctor(directory, ["--url", app], { ...env, BETTER_AUTH_SECRET: AUTH_SECRET })
  expect(findings.filter(({ status }) => status !== "ok")).toEqual([])
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(["app", "cookies", "guards", "registration"]),
  )

  // A workspace also installs the next-auth of another app.
  const manifest = JSON.stringify({ dependencies: { "better-auth": "^1.7.0" } })
  const workspace = createDirectory(
    { "package.json": manifest },
    { "better-auth": "1.7.25", "next-auth": "5.0.0-beta.32" },
  )
  const inWorkspace = await doctor(workspace, ["--url", app], { ...env, BETTER_AUTH_SECRET: AUTH_SECRET })
  expect(inWorkspace.find("registration")?.status).toBe("ok")

  handler = betterAuth({
    baseURL: app,
    secret: AUTH_SECRET,
    database: memoryAdapter({}),
    logger: { disabled: true },
  }).handler
  const withoutBink = await doctor(directory, ["--url", app], env)
  expect(withoutBink.find("app")?.says).toContain("Bink is not among its providers")
})
