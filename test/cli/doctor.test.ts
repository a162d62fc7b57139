import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { createServer as createHttpsServer } from "node:https"
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
    findings: { level: string; code: string; message: string; fix?: string }[]
  }
  expect(code).toBe(report.ok ? 0 : 1)
  for (const finding of report.findings) {
    expect(Object.keys(finding).sort()).toEqual(
      ["code", "fix", "level", "message"].filter((key) => key in finding),
    )
    if (finding.level === "error" || finding.level === "warning") expect(finding.fix).toBeTruthy()
  }
  const find = (findingCode: string) => report.findings.find((finding) => finding.code === findingCode)
  return { ...report, find, stdout }
}

/** Creates a certificate with openssl. */
function selfSignedCertificate() {
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-certificate-"))
  cleanups.push(() => rmSync(directory, { recursive: true }))
  const [key, cert] = [join(directory, "key.pem"), join(directory, "cert.pem")]
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
  execFileSync("openssl", [...args, "-keyout", key, "-out", cert], { stdio: "ignore" })
  return { privateKey: readFileSync(key), certificate: readFileSync(cert) }
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
  expect(findings.filter(({ level }) => level !== "ok")).toEqual([])
  expect(ok).toBe(true)
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      "node_version",
      "next_auth_version",
      "callback_url",
      "host_trusted",
      "clock_correct",
      "state_returned",
      "credentials_accepted",
      "cookies_correct",
      "sign_in_protected",
      "client_registered",
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
  expect(stdout).toMatch(/^✖ AUTH_BINK_ISSUER is not a usable URL\.\n {2}→ Set it to an absolute URL/m)
  expect(stdout).toMatch(/or remove it\. See authjs-bink\/docs\/errors\.md#invalid_base_url$/m)
  expect(stdout).toMatch(/\d errors, \d warnings?\.\n$/)
})

test.each([
  ["a missing client id", {}, "client_id_missing", "error", "dev@binatomy.com"],
  [
    "a client id that contains whitespace",
    { AUTH_BINK_ID: "id " },
    "client_id_malformed",
    "error",
    "Remove it",
  ],
  [
    "the emulator's credentials with https://bink.link",
    { AUTH_BINK_SECRET: "demo-secret", AUTH_BINK_ISSUER: "" },
    "client_secret_of_emulator",
    "error",
    "AUTH_BINK_ISSUER",
  ],
  [
    "a base URL without TLS",
    { AUTH_BINK_ISSUER: "http://bink.test" },
    "base_url_insecure",
    "error",
    "https:",
  ],
  [
    "a base URL with credentials",
    { AUTH_BINK_ISSUER: "https://me:pw123@bink.test" },
    "base_url_invalid",
    "error",
    "absolute URL",
  ],
  ["a missing AUTH_SECRET", {}, "secret_missing", "error", "openssl rand"],
  ["a short AUTH_SECRET", { AUTH_SECRET: "short-one" }, "secret_short", "warning", "openssl rand"],
  [
    "an AUTH_URL that is not a URL",
    { AUTH_URL: "shop.example" },
    "app_url_invalid",
    "error",
    "https://your-app.example",
  ],
  ["a missing AUTH_TRUST_HOST", {}, "host_untrusted", "warning", "AUTH_TRUST_HOST=true"],
  ["an unreachable base URL", {}, "bink_unreachable", "error", "npx authjs-bink emulator"],
  ["a missing --url", {}, "app_not_checked", "unknown", undefined],
])(
  "doctor reports %s with a fix, and prints no secret",
  async (_, env: Record<string, string>, code, level, fix) => {
    const { find, stdout } = await doctor(createDirectory({}), [], {
      AUTH_BINK_ISSUER: "http://127.0.0.1:9",
      ...env,
    })
    expect(find(code)).toMatchObject({ level })
    if (fix) expect(find(code)?.fix).toContain(fix)
    if (code === "host_untrusted")
      expect(find(code)?.fix).toContain("authjs-bink/docs/errors.md#untrustedhost")
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
    (await doctor(directory, args, { ...issuer, ...env })).find("callback_url")?.message.split(": ")[1]
  expect(await callback()).toBe("https://two.example/auth/callback/bink")
  expect(await callback({ AUTH_URL: "https://one.example" })).toBe(
    "https://one.example/api/auth/callback/bink",
  )
  expect(await callback({}, ["--url", "http://127.0.0.1:9/"])).toBe("http://127.0.0.1:9/auth/callback/bink")
})

test.each([
  ["next-auth", "4.23.9", "next_auth_version_unsupported"],
  ["next-auth", "4.24.15", "next_auth_version"],
  ["next-auth", "5.0.0-beta.19", "next_auth_version_unsupported"],
  ["next-auth", "5.0.0-beta.20", "next_auth_version"],
  ["next-auth", "6.0.0", "next_auth_version_unsupported"],
  ["react", "17.0.2", "react_version_unsupported"],
  ["react", "19.3.1", "react_version"],
  ["react", "19.0.0-rc-f38c22b244-20240704", "react_version"],
  ["@auth/core", "0.33.9", "auth_core_version_unsupported"],
  ["@auth/core", "0.41.3", "auth_core_version"],
  ["@auth/core", "1.0.0", "auth_core_version_unsupported"],
  ["better-auth", "1.6.34", "better_auth_version_unsupported"],
])("doctor checks the version of %s: %s is %s", async (name, version, code) => {
  const { find } = await doctor(createDirectory({}, { [name]: version }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find(code)?.level).toBe(code.endsWith("unsupported") ? "error" : "ok")
})

test("doctor reports neither an error nor a callback URL for a sign-in that it does not know", async () => {
  const files = { "package.json": '{ "dependencies": { "authjs-bink": "*", "fastify": "5.0.0" } }' }
  const { find } = await doctor(createDirectory(files, {}), [], { AUTH_BINK_ISSUER: "http://127.0.0.1:9" })
  expect(find("framework_unknown")).toMatchObject({ level: "unknown" })
  for (const code of ["framework_missing", "callback_url"]) expect(find(code)).toBeUndefined()
})

test("doctor reports a missing secret of next-auth 4 as an error in production only", async () => {
  const level = async (env: object) =>
    (
      await doctor(createDirectory({}, { "next-auth": "4.24.15" }), [], {
        AUTH_BINK_ISSUER: "http://127.0.0.1:9",
        ...env,
      })
    ).find("secret_missing")?.level
  expect(await level({})).toBe("warning")
  expect(await level({ NODE_ENV: "production" })).toBe("error")
})

test("doctor advises the newest next-auth of the app's major version", async () => {
  const files = {
    "package.json": '{ "dependencies": { "next": "16.0.0", "next-auth": "4.22.1" } }',
    "app/layout.tsx": "<html>",
  }
  const { find } = await doctor(createDirectory(files, { "next-auth": "4.22.1" }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find("next_auth_version_unsupported")?.fix).toBe(
    'Install a supported version: npm install "next-auth@^4.24.0"',
  )
})

test("doctor ignores the @auth/core that an adapter installs in a Next.js app", async () => {
  const files = {
    "package.json": '{ "dependencies": { "next": "16.0.0", "next-auth": "4.24.15" } }',
    "app/layout.tsx": "<html>",
  }
  const directory = createDirectory(files, { "next-auth": "4.24.15", "@auth/core": "0.18.0" })
  const { findings } = await doctor(directory, [], { AUTH_BINK_ISSUER: "http://127.0.0.1:9" })
  expect(findings.map(({ message }) => message)).toContain("next-auth 4.24.15")
  expect(findings.map(({ code }) => code).join()).not.toContain("auth_core")
})

test("doctor separates commands from the place in the docs", async () => {
  const { find } = await doctor(createDirectory({}), [], { AUTH_BINK_ISSUER: "http://127.0.0.1:9" })
  expect(find("bink_unreachable")?.fix).toBe(
    "Start the emulator: npx authjs-bink emulator (see authjs-bink/docs/errors.md#network_error)",
  )
})

test("doctor checks NEXTAUTH_URL and not trustHost in a next-auth 4 app", async () => {
  const { find } = await doctor(createDirectory({}, { "next-auth": "4.24.15" }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find("app_url_missing")).toMatchObject({ level: "warning" })
  expect(find("host_untrusted")).toBeUndefined()
})

test("doctor reports whether state is returned, or unknown if the redirect URI is not registered", async () => {
  const callback = "http://localhost:3000/api/auth/callback/bink"
  const [echo, drop] = [await startBink(callback), await startBink(callback, { state: "drop" })]
  const directory = createDirectory({})
  expect((await doctor(directory, [], echo.env)).find("state_returned")).toMatchObject({ level: "ok" })
  expect((await doctor(directory, [], drop.env)).find("state_missing")).toMatchObject({
    level: "error",
    fix: expect.stringContaining('Bink({ checks: ["pkce"] })'),
  })
  // The server does not redirect to an unregistered URI.
  const other = await doctor(directory, [], { ...echo.env, AUTH_URL: "https://other.example" })
  expect(other.find("state_unknown")).toMatchObject({ level: "unknown" })
})

test("doctor reports a wrong client id or secret, or unknown if the server returns no error code", async () => {
  const { env } = await startBink("http://localhost:3000/api/auth/callback/bink")
  const directory = createDirectory({})
  const credentials = async (overrides = {}) => {
    const { findings, stdout } = await doctor(directory, [], { ...env, ...overrides })
    expect(stdout).not.toContain("s3cret")
    return findings.find(({ code }) => code.startsWith("credentials_"))
  }
  expect(await credentials()).toMatchObject({ level: "ok", code: "credentials_accepted" })
  const rejected = {
    level: "error",
    code: "credentials_rejected",
    fix: expect.stringMatching(/Compare.*authjs-bink\/docs\/errors\.md#token_refused$/),
  }
  expect(await credentials({ AUTH_BINK_SECRET: "another-s3cret" })).toMatchObject(rejected)
  expect(await credentials({ AUTH_BINK_ID: "another" })).toMatchObject(rejected)
  expect(await credentials({ AUTH_BINK_SECRET: "" })).toBeUndefined()

  const noErrorCode = await serve(async () => new Response("", { status: 401 }))
  expect(await credentials({ AUTH_BINK_ISSUER: noErrorCode })).toMatchObject({ level: "unknown" })
})

test("doctor sends the secret only to https: and loopback addresses, and follows no redirect", async () => {
  const bodies: string[] = []
  const target = await serve(async (request) => {
    bodies.push(await request.text())
    return new Response("{}", { status: 401 })
  })
  const redirecting = await serve(async () => Response.redirect(`${target}/api/oauth/token`, 307))
  const env = { AUTH_BINK_ID: "shop", AUTH_BINK_SECRET: "s3cret" }
  await doctor(createDirectory({}), [], { ...env, AUTH_BINK_ISSUER: redirecting })
  // The name starts like a loopback address.
  const other = target.replace("127.0.0.1", "127.0.0.1.evil.test")
  const { find } = await doctor(createDirectory({}), [], { ...env, AUTH_BINK_ISSUER: other })
  expect(find("base_url_insecure")).toMatchObject({ level: "error" })
  expect(bodies.join()).not.toContain("s3cret")
})

test("doctor stops reading a response without an end", async () => {
  const endless = await serve(async () => {
    const chunk = new Uint8Array(65_536).fill(32)
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(chunk)
        if (++sent === 64) controller.close()
      },
    })
    return new Response(body, { status: 200 })
  })
  const { find } = await doctor(createDirectory({}), ["--url", endless], {
    AUTH_BINK_ID: "shop",
    AUTH_BINK_SECRET: "s3cret",
    AUTH_BINK_ISSUER: endless,
  })
  expect(find("credentials_unknown")).toMatchObject({ level: "unknown" })
  expect(find("provider_missing")).toMatchObject({ level: "error" })
})

test("doctor reports the offset of a wrong clock", async () => {
  // A little more than an hour, since the date is rounded down and the request takes time.
  const hourAgo = new Date(Date.now() - 3_605_000).toUTCString()
  const url = await serve(async () => new Response("{}", { status: 401 }), { date: hourAgo })
  const { find } = await doctor(createDirectory({}), [], { AUTH_BINK_ISSUER: url })
  expect(find("clock_wrong")).toMatchObject({
    level: "error",
    message: expect.stringMatching(/36\d\d seconds ahead/),
  })
})

test.each([
  ["an HTTP error", 503, "bink_failed", "error"],
  ["a response without the expected status", 200, "bink_unexpected_response", "warning"],
])("doctor reports %s of the user endpoint", async (_, status, code, level) => {
  const url = await serve(async () => new Response("{}", { status }))
  expect((await doctor(createDirectory({}), [], { AUTH_BINK_ISSUER: url })).find(code)).toMatchObject({
    level,
  })
})

test("doctor reports a certificate that Node.js does not trust", async () => {
  const { privateKey, certificate } = selfSignedCertificate()
  const server = createHttpsServer({ key: privateKey, cert: certificate }, (_, response) => response.end())
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  cleanups.push(() => void server.close())
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { find } = await doctor(createDirectory({}), ["--url", url], { AUTH_BINK_ISSUER: url })
  for (const code of ["app_certificate_untrusted", "bink_certificate_untrusted"]) {
    expect(find(code)).toMatchObject({ level: "error", fix: expect.stringContaining("NODE_EXTRA_CA_CERTS") })
  }
})

test("doctor --url reports configuration errors of a running app", async () => {
  let url = ""
  const bink = () => url
  const app = await startApp(bink)
  url = (await startBink("https://elsewhere.example/callback")).url
  const env = { AUTH_BINK_ISSUER: url }
  const directory = createDirectory({})
  const inspect = async (address: string) => doctor(directory, ["--url", address], env)

  expect((await inspect(app)).find("client_not_registered")).toMatchObject({
    level: "error",
    fix: expect.stringContaining(`npx authjs-bink emulator --redirect-uri ${app}/api/auth/callback/bink`),
  })
  expect((await inspect(`${app}/auth`)).find("auth_routes_missing")).toMatchObject({ level: "error" })
  expect((await inspect("http://127.0.0.1:9")).find("app_unreachable")?.message).toContain("does not respond")

  const withoutBink = await startApp(bink, { providers: [] })
  expect((await inspect(withoutBink)).find("provider_missing")?.message).toContain("not among its providers")

  const untrusted = await startApp(bink, { trustHost: false })
  expect((await inspect(untrusted)).find("auth_routes_missing")?.fix).toContain("AUTH_TRUST_HOST=true")

  const withoutChecks = await startApp(bink, {
    providers: [Bink({ clientId: "shop", clientSecret: "s3cret", baseUrl: url, checks: ["none"] })],
  })
  expect((await inspect(withoutChecks)).find("sign_in_unprotected")).toMatchObject({ level: "error" })

  const withoutState = await startApp(bink, {
    providers: [Bink({ clientId: "shop", clientSecret: "s3cret", baseUrl: url, checks: ["pkce"] })],
  })
  expect((await inspect(withoutState)).find("sign_in_partly_protected")).toMatchObject({ level: "warning" })

  const secure = await startApp(bink, { useSecureCookies: true })
  expect((await inspect(secure)).find("cookies_not_sent")).toMatchObject({ level: "error" })
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
  expect(findings.filter(({ level }) => level !== "ok")).toEqual([])
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["app_callback_url", "cookies_correct", "sign_in_protected", "client_registered"]),
  )

  // A workspace also installs the next-auth of another app.
  const manifest = JSON.stringify({ dependencies: { "better-auth": "^1.7.0" } })
  const workspace = createDirectory(
    { "package.json": manifest },
    { "better-auth": "1.7.25", "next-auth": "5.0.0-beta.32" },
  )
  const inWorkspace = await doctor(workspace, ["--url", app], { ...env, BETTER_AUTH_SECRET: AUTH_SECRET })
  expect(inWorkspace.find("client_registered")?.level).toBe("ok")

  handler = betterAuth({
    baseURL: app,
    secret: AUTH_SECRET,
    database: memoryAdapter({}),
    logger: { disabled: true },
  }).handler
  const withoutBink = await doctor(directory, ["--url", app], env)
  expect(withoutBink.find("provider_missing")?.message).toContain("Bink is not among its providers")
})

test("doctor checks the code of a Next.js app", async () => {
  const config = (options: string, imports = "") =>
    `import NextAuth from "next-auth"\nimport GitHub from "next-auth/providers/github"\n${imports}\nexport const { handlers } = NextAuth(${options})\n`
  const route = { "app/api/auth/[...nextauth]/route.ts": 'export { handlers } from "@/lib/auth"\n' }
  const base = {
    "package.json": JSON.stringify({
      dependencies: { next: "16", "next-auth": "5.0.0-beta.32" },
      scripts: { dev: "next dev -p 4002" },
    }),
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    "app/layout.tsx": "<html>",
  }
  const codesOf = async (files: Record<string, string>) => {
    const { findings } = await doctor(createDirectory({ ...base, ...files }), [], {
      AUTH_BINK_ISSUER: "http://127.0.0.1:9",
    })
    return findings.filter(({ level }) => level !== "ok").map(({ code }) => code)
  }
  const bink = 'import Bink, { withBink } from "authjs-bink"\nimport type {} from "authjs-bink/next-auth"\n'
  const complete = config("withBink({ trustHost: true, providers: [Bink] })", bink)
  const always = [
    "client_id_missing",
    "client_secret_missing",
    "secret_missing",
    "bink_unreachable",
    "app_not_checked",
  ]
  expect((await codesOf({ ...route, "lib/auth.ts": complete })).sort()).toEqual([...always].sort())

  const without = await codesOf({
    ...route,
    "lib/auth.ts": config("{ providers: [GitHub] }", "// trustHost: true"),
  })
  expect(without).toEqual(expect.arrayContaining(["provider_missing", "host_untrusted"]))
  const bare = config("{ providers: [Bink] }", 'import Bink from "authjs-bink"')
  expect(await codesOf({ "lib/auth.ts": bare })).toEqual(
    expect.arrayContaining(["with_bink_missing", "types_missing", "route_missing"]),
  )
  const page = { "app/login/page.tsx": "export default () => null" }
  const login = complete.replace("trustHost", 'pages: { signIn: "/login" }, trustHost')
  expect(await codesOf({ ...route, ...page, "lib/auth.ts": login })).toContain("button_missing")
  const moved = { "app/auth/[...nextauth]/route.ts": 'export { handlers } from "@/lib/auth"\n' }
  expect(await codesOf({ ...moved, "lib/auth.ts": complete })).toContain("base_path_mismatch")
  const matching = complete.replace("trustHost", 'basePath: "/auth", trustHost')
  const found = await doctor(createDirectory({ ...base, ...moved, "lib/auth.ts": matching }), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(found.find("base_path_mismatch")).toBeUndefined()
  expect(found.find("callback_url")?.message).toContain("http://localhost:4002/auth/callback/bink")
  expect(await codesOf({ "next.config.js": 'module.exports = { output: "export" }' })).toContain(
    "static_export",
  )
  expect(await codesOf({})).toContain("config_missing")
  const clerk = { "package.json": '{ "dependencies": { "next": "16", "@clerk/nextjs": "7" } }' }
  const withClerk = createDirectory({ ...base, ...clerk }, {})
  const other = await doctor(withClerk, [], { AUTH_BINK_ISSUER: "http://127.0.0.1:9" })
  expect(other.find("other_auth_system")?.message).toContain("Clerk")
  expect(other.find("framework_missing")).toBeUndefined()
  expect(await codesOf({ ...route, "lib/auth.ts": config("build()") })).toContain("config_unknown")
})

test("doctor expands variables as Next.js does, and reports a secret that this changes", async () => {
  const files = {
    "package.json": '{ "dependencies": { "next": "16", "next-auth": "5.0.0-beta.32" } }',
    "app/layout.js": "<html>",
    ".env":
      "AUTH_BINK_ID=$OUR_ID\nOUR_ID=shop\nAUTH_BINK_SECRET=pa$word\nAUTH_SECRET=a\\$b\nAUTH_URL=http://localhost:$PORT\nPORT=4001\n",
  }
  const { find, findings } = await doctor(createDirectory(files), [], {
    AUTH_BINK_ISSUER: "http://127.0.0.1:9",
  })
  expect(find("callback_url")?.message).toContain("http://localhost:4001/api/auth/callback/bink")
  expect(find("client_id_set")).toBeDefined()
  const expanded = findings.filter(({ code }) => code === "variable_expanded")
  expect(expanded.map(({ message }) => message.split(" ")[0])).toEqual(["AUTH_BINK_SECRET"])
})

test("doctor names packages that are not installed, and reads the version of a Yarn PnP app from its lockfile", async () => {
  const manifest = '{ "dependencies": { "next-auth": "^4.24.0" } }'
  const env = { AUTH_BINK_ISSUER: "http://127.0.0.1:9" }
  const missing = await doctor(createDirectory({ "package.json": manifest, "yarn.lock": "" }, {}), [], env)
  expect(missing.find("packages_not_installed")?.fix).toContain("yarn install")
  expect(missing.find("framework_missing")).toBeUndefined()
  const pnp = {
    "package.json": manifest,
    ".pnp.cjs": "",
    "yarn.lock": '"next-auth@npm:^4.24.0":\n  version: 4.24.11\n',
  }
  const { find } = await doctor(createDirectory(pnp, {}), [], env)
  expect(find("next_auth_version")?.message).toBe("next-auth 4.24.11")
  expect(find("packages_not_installed")).toBeUndefined()
})
