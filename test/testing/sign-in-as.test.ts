import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Auth, skipCSRFCheck } from "@auth/core"
import { ExpressAuth, getSession } from "@auth/express"
import Bink, { withBink } from "authjs-bink"
import { bink as betterAuthBink, binkUser } from "authjs-bink/better-auth"
import { BinkError, type RunningBink, type StartBinkOptions, signInAs, startBink } from "authjs-bink/testing"
import { type Auth as BetterAuth, betterAuth } from "better-auth"
import { memoryAdapter } from "better-auth/adapters/memory"
import { genericOAuth } from "better-auth/plugins"
import express from "express"
import NextAuth from "next-auth"
import { expect, onTestFinished, test, vi } from "vitest"
import { freePort } from "../../scripts/demo/app.ts"
import { type AppConfig, startApp, VERSIONS } from "../helpers/auth-apps.ts"

const APP = "http://localhost:3000"
const SECRET = "a test secret of 32 characters or more"
const KWAME = "cmbink00000000000000kwame"
const YUKI = "cmbink000000000000000yuki"

/** Starts an emulator until the end of the test, and sets its environment. */
async function start(options: StartBinkOptions = {}): Promise<RunningBink> {
  const bink = await startBink({ appUrl: APP, ...options })
  for (const [name, value] of Object.entries(bink.env)) vi.stubEnv(name, value)
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await bink.close()
  })
  return bink
}

const createConfig = (): AppConfig =>
  withBink({
    providers: [Bink()],
    trustHost: true,
    secret: SECRET,
    basePath: "/api/auth",
    logger: { error() {}, warn() {}, debug() {} },
  })

/** Starts an app and then the emulator, which has to know the app's port. */
async function startWithApp(
  app: (port: number) => Promise<string>,
): Promise<{ url: string; bink: RunningBink }> {
  const port = await freePort(0)
  vi.stubEnv("AUTH_BINK_ISSUER", `http://127.0.0.1:${port}`)
  vi.stubEnv("AUTH_BINK_ID", "demo-client")
  vi.stubEnv("AUTH_BINK_SECRET", "demo-secret")
  const url = await app(port)
  return { url, bink: await start({ appUrl: url, port }) }
}

test.each(VERSIONS)("signs in to a running app with %s", async (version) => {
  const { url } = await startWithApp(async () => (await startApp(version, createConfig())).url)
  const { cookie, cookies } = await signInAs(url, "yuki")
  const session = await (await fetch(`${url}/api/auth/session`, { headers: { cookie } })).json()
  expect(session.user).toMatchObject({ name: "Yuki Tanaka", bink: { verificationLevel: 2 } })
  expect(cookies.find(({ name }) => name.endsWith("session-token"))).toMatchObject({
    url,
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
  })
  expect(cookies.map(({ name, value }) => `${name}=${value}`).join("; ")).toBe(cookie)
  // Each call is another browser.
  const other = await signInAs(new URL(url), KWAME)
  const { user } = await (
    await fetch(`${url}/api/auth/session`, { headers: { cookie: other.cookie } })
  ).json()
  expect(user.name).toBe("Kwame Mensah")
})

test("signs in to an Express app at /auth", async () => {
  const { url } = await startWithApp(async () => {
    const app = express()
    const { basePath: _, ...config } = createConfig()
    app.use("/auth", ExpressAuth(config as Parameters<typeof ExpressAuth>[0]))
    app.get("/name", async (request, response) => {
      const session = await getSession(request, config as Parameters<typeof getSession>[1])
      response.send(session?.user?.name)
    })
    const server = app.listen(0, "localhost")
    await new Promise((resolve) => server.once("listening", resolve))
    onTestFinished(() => void server.close())
    return `http://localhost:${(server.address() as AddressInfo).port}`
  })
  const { cookie } = await signInAs(url, "kwame@example.com")
  expect(await (await fetch(`${url}/name`, { headers: { cookie } })).text()).toBe("Kwame Mensah")
})

test("signs in with the handlers of next-auth 5, without a server", async () => {
  await start()
  const { handlers } = NextAuth(createConfig() as Parameters<typeof NextAuth>[0])
  const { cookie } = await signInAs(handlers, "yuki")
  const request = Object.assign(new Request(`${APP}/api/auth/session`, { headers: { cookie } }))
  const session = await (await handlers.GET(request as never)).json()
  expect(session.user.name).toBe("Yuki Tanaka")
})

test("signs in with a function of @auth/core, at the URL of the latest startBink and at baseUrl", async () => {
  const bink = await start({ appUrl: "https://app.example/" })
  const config = createConfig() as Parameters<typeof Auth>[1]
  const handle = (request: Request) => Auth(request, config)
  const { cookies } = await signInAs(handle, "yuki")
  expect(cookies.find(({ name }) => name === "__Secure-authjs.session-token")).toMatchObject({
    url: "https://app.example",
    secure: true,
  })
  await expect(signInAs(handle, "yuki", { baseUrl: "https://other.example" })).rejects.toMatchObject({
    code: "sign_in_failed",
    message: expect.stringContaining("HTTP 400"),
  })
  expect(bink.emulator.requests().at(-1)?.status).toBe(400)
})

test("signs in to an app without a CSRF token, such as one with Auth.js for SvelteKit", async () => {
  await start()
  const config = { ...createConfig(), skipCSRFCheck } as Parameters<typeof Auth>[1]
  let origin: string | null = null
  const { cookie } = await signInAs((request) => {
    if (request.method === "POST") origin = request.headers.get("origin")
    return Auth(request, config)
  }, "yuki")
  expect(cookie).toContain("authjs.session-token=")
  // SvelteKit refuses a form without it.
  expect(origin).toBe(APP)
})

function createBetterAuth() {
  return betterAuth({
    baseURL: APP,
    secret: SECRET,
    database: memoryAdapter({ user: [], account: [], session: [], verification: [] }),
    logger: { disabled: true },
    plugins: [genericOAuth({ config: [betterAuthBink()] }), binkUser()],
  }) as unknown as Pick<BetterAuth, "handler">
}

test("signs in to Better Auth", async () => {
  await start()
  const auth = createBetterAuth()
  const { cookie } = await signInAs(auth.handler, "yuki")
  const response = await auth.handler(new Request(`${APP}/api/auth/get-session`, { headers: { cookie } }))
  expect((await response.json()).user).toMatchObject({ username: "yuki", verificationLevel: 2 })
})

test("a failing sign-in throws the app's error code and the emulator's last request", async () => {
  const bink = await start()
  const { handlers } = NextAuth(createConfig() as Parameters<typeof NextAuth>[0])
  bink.emulator.faults.add({ endpoint: "user", times: 1, status: 503 })
  const error = await signInAs(handlers, "yuki").catch((error) => error)
  expect(error).toBeInstanceOf(BinkError)
  expect(error).toMatchObject({ code: "sign_in_failed" })
  expect(error.message).toContain("error=Configuration")
  expect(error.message).toContain("GET /api/oauth/user, HTTP 503")
  bink.emulator.faults.add({ endpoint: "token", times: 1, kind: "expired_code" })
  await expect(signInAs(createBetterAuth().handler, "yuki")).rejects.toThrow(
    /error=\w+.*POST \/api\/oauth\/token, HTTP 400/,
  )
})

test("a denied consent throws the app's error code", async () => {
  await start({ consent: { [YUKI]: "deny" } })
  const { handlers } = NextAuth(createConfig() as Parameters<typeof NextAuth>[0])
  await expect(signInAs(handlers, "yuki")).rejects.toThrow("error=OAuthCallbackError")
})

test("an unknown user throws the known ones", async () => {
  await start()
  const { handlers } = NextAuth(createConfig() as Parameters<typeof NextAuth>[0])
  await expect(signInAs(handlers, "nobody")).rejects.toThrow(
    /Unknown user "nobody"\. Known users: mia, kwame, yuki, cmbink000000000000nothing\./,
  )
})

test.each([
  ["an app without Bink", "/api/auth", /has no sign-in with Bink at http:\/\/localhost:\d+\/api\/auth/],
  ["a wrong basePath", "/login", /has no sign-in with Bink at http:\/\/localhost:\d+\/login/],
])("%s throws where it was searched", async (_, basePath, message) => {
  const server = createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  await expect(signInAs(`http://localhost:${port}`, "yuki", { basePath })).rejects.toThrow(message)
})

test("an app that is not running, and one that uses the real Bink, throw the cause without a request to Bink", async () => {
  await expect(signInAs("http://localhost:1", "yuki")).rejects.toThrow(
    "Cannot reach the app at http://localhost:1",
  )
  const config = createConfig() as Parameters<typeof Auth>[1]
  config.providers = [Bink({ clientId: "client", clientSecret: "secret", baseUrl: "https://bink.link" })]
  await expect(signInAs((request: Request) => Auth(request, config), "yuki")).rejects.toThrow(
    "does not use the emulator, but https://bink.link",
  )
})
