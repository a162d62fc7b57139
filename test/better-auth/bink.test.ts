import { DatabaseSync } from "node:sqlite"
import { type BinkBetterAuthOptions, bink, binkUser } from "authjs-bink/better-auth"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { betterAuth } from "better-auth"
import { getMigrations } from "better-auth/db/migration"
import { genericOAuth } from "better-auth/plugins"
import { afterAll, afterEach, beforeAll, beforeEach, expect, expectTypeOf, test, vi } from "vitest"

const APP = "http://localhost:3000"
const EMPTY_USER = {
  name: null,
  email: null,
  username: null,
  avatar: null,
  plan: "FREE",
  verificationLevel: 0,
} as const
const ada = {
  ...EMPTY_USER,
  id: "ada",
  name: "Ada",
  email: "ada@example.com",
  username: "countess",
  avatar: "https://example.com/ada.png",
  plan: "BUSINESS" as const,
  verificationLevel: 2 as const,
}
const users = [ada, { ...EMPTY_USER, id: "NoEmail" }]
const emulator = createBinkEmulator({ users, consent: { ada: "approve", NoEmail: "approve" } })
let server: BinkEmulatorServer
beforeAll(async () => {
  server = await emulator.listen({ port: 0 })
})
afterAll(() => server.close())

const errors: unknown[][] = []
beforeEach(() => void vi.spyOn(console, "error").mockImplementation((...args) => errors.push(args)))
afterEach(() => {
  vi.restoreAllMocks()
  errors.length = 0
  emulator.faults.clear()
})

async function createApp(options: BinkBetterAuthOptions = {}) {
  const auth = betterAuth({
    baseURL: APP,
    secret: "a secret that is long enough for a test",
    database: new DatabaseSync(":memory:"),
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    plugins: [
      genericOAuth({
        config: [
          bink({ baseUrl: server.url, clientId: "demo-client", clientSecret: "demo-secret", ...options }),
        ],
      }),
      binkUser(),
    ],
  })
  await (await getMigrations(auth.options)).runMigrations()
  return auth
}
type App = Awaited<ReturnType<typeof createApp>>

/** A client of the app that keeps its cookies. */
class Browser {
  #cookies = new Map<string, string>()
  app: App
  constructor(app: App) {
    this.app = app
  }
  async send(path: string, body?: object): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const headers = { cookie, origin: APP, "content-type": "application/json" }
    const init = body ? { method: "POST", body: JSON.stringify(body) } : {}
    const response = await this.app.handler(new Request(new URL(path, APP), { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    return response
  }

  /** Signs in as a user, up to the callback. Returns the URL that the callback redirects to. */
  async signIn(userId: string): Promise<string> {
    const start = await this.send("/api/auth/sign-in/social", {
      provider: "bink",
      callbackURL: "/home",
      errorCallbackURL: "/failed",
    })
    const { url } = (await start.json()) as { url: string }
    const consent = await fetch(`${url}&login_hint=${userId}`, { redirect: "manual" })
    const callback = await this.send(consent.headers.get("location") as string)
    return callback.headers.get("location") as string
  }

  async session() {
    const session = await (await this.send("/api/auth/get-session")).json()
    return session as App["$Infer"]["Session"] | null
  }
}

test("a sign-in adds the identity to the user, uses state and PKCE, and sends the credentials in the body", async () => {
  const browser = new Browser(await createApp())
  expect(await browser.signIn("ada")).toBe("/home")
  expect((await browser.session())?.user).toMatchObject({
    name: "Ada",
    email: "ada@example.com",
    emailVerified: false,
    image: "https://example.com/ada.png",
    username: "countess",
    plan: "BUSINESS",
    verificationLevel: 2,
  })
  const user = expectTypeOf<App["$Infer"]["Session"]["user"]>()
  user.toHaveProperty("plan").toEqualTypeOf<"FREE" | "VERIFIED" | "BUSINESS" | null | undefined>()
  user.toHaveProperty("verificationLevel").toEqualTypeOf<number | null | undefined>()
  user.toHaveProperty("username").toEqualTypeOf<string | null | undefined>()

  const [authorize, token, profile] = emulator.requests().slice(-3)
  expect(authorize?.params).toMatchObject({
    redirect_uri: `${APP}/api/auth/callback/bink`,
    code_challenge_method: "S256",
    state: expect.any(String),
  })
  expect(authorize?.params).not.toHaveProperty("scope")
  expect(token?.params).toMatchObject({ client_id: "demo-client", client_secret: "[redacted]" })
  expect([token?.status, profile?.status]).toEqual([200, 200])
})

test("a second sign-in updates the same user", async () => {
  const app = await createApp()
  const [first, second] = [new Browser(app), new Browser(app)]
  await first.signIn("ada")
  emulator.faults.add({
    endpoint: "user",
    times: 1,
    status: 200,
    body: JSON.stringify({
      ...users[0],
      name: "Ada Lovelace",
      username: "ada",
      plan: "FREE",
      verificationLevel: 1,
    }),
  })
  await second.signIn("ada")
  const [before, after] = [await first.session(), await second.session()]
  expect(after?.user.id).toBe(before?.user.id)
  expect(after?.user).toMatchObject({
    name: "Ada Lovelace",
    username: "ada",
    plan: "FREE",
    verificationLevel: 1,
  })
})

test("a sign-in updates the email if no other user has the new one", async () => {
  const app = await createApp()
  await new Browser(app).signIn("ada")
  const body = JSON.stringify({ ...ada, email: "countess@example.com" })
  emulator.faults.add({ endpoint: "user", times: 1, status: 200, body })
  const browser = new Browser(app)
  await browser.signIn("ada")
  expect((await browser.session())?.user.email).toBe("countess@example.com")
})

test("a user cannot set plan or verificationLevel, neither at sign-up nor with update-user", async () => {
  const browser = new Browser(await createApp())
  await browser.signIn("ada")
  const attempts = [
    await browser.send("/api/auth/update-user", { name: "Eve", verificationLevel: 2 }),
    await browser.send("/api/auth/update-user", { plan: "FREE" }),
    await browser.send("/api/auth/sign-up/email", {
      name: "Eve",
      email: "eve@example.com",
      password: "correct horse battery",
      verificationLevel: 2,
    }),
  ]
  for (const attempt of attempts) {
    expect(attempt.status).toBe(400)
    expect(await attempt.json()).toMatchObject({ code: "FIELD_NOT_ALLOWED" })
  }
  expect((await browser.session())?.user).toMatchObject({ name: "Ada", plan: "BUSINESS" })
  expect((await browser.send("/api/auth/update-user", { name: "Countess" })).status).toBe(200)
})

test("a user without an email is rejected by default, and the log has the option that accepts such users", async () => {
  const browser = new Browser(await createApp())
  expect(await browser.signIn("NoEmail")).toBe("/failed?error=email_not_found")
  expect(await browser.session()).toBeNull()
  expect(String(errors)).toContain('bink({ missingEmail: "placeholder" })')
})

test('missingEmail: "placeholder" stores the same address under bink.invalid at each sign-in', async () => {
  const app = await createApp({ missingEmail: "placeholder" })
  const browsers = [new Browser(app), new Browser(app)]
  for (const browser of browsers) expect(await browser.signIn("NoEmail")).toBe("/home")
  const [first, second] = await Promise.all(browsers.map((browser) => browser.session()))
  expect(first?.user.email).toBe("id.4e6f456d61696c@bink.invalid")
  expect(second?.user.id).toBe(first?.user.id)
})

test("missingEmail as a function stores the address that it returns", async () => {
  const browser = new Browser(await createApp({ missingEmail: ({ id }) => `${id}@users.example.com` }))
  expect(await browser.signIn("NoEmail")).toBe("/home")
  expect((await browser.session())?.user.email).toBe("noemail@users.example.com")
})

test("a sign-in with the email of a password user is rejected as account_not_linked", async () => {
  const browser = new Browser(await createApp())
  const body = { name: "Ada", email: "ada@example.com", password: "correct horse battery" }
  expect((await new Browser(browser.app).send("/api/auth/sign-up/email", body)).status).toBe(200)
  expect(await browser.signIn("ada")).toBe("/failed?error=account_not_linked")
  expect(await browser.session()).toBeNull()
})

test("a sign-in keeps the old email if another user has the new one, and updates the other fields", async () => {
  const app = await createApp()
  await new Browser(app).signIn("ada")
  const body = { name: "Bob", email: "bob@example.com", password: "correct horse battery" }
  await new Browser(app).send("/api/auth/sign-up/email", body)
  emulator.faults.add({
    endpoint: "user",
    times: 1,
    status: 200,
    body: JSON.stringify({ ...ada, email: "bob@example.com", username: "lovelace" }),
  })
  const browser = new Browser(app)
  expect(await browser.signIn("ada")).toBe("/home")
  expect((await browser.session())?.user).toMatchObject({ email: "ada@example.com", username: "lovelace" })
})

test.each([
  ["user", { status: 401, body: '{"error":"invalid_token"}' }, "unable_to_get_user_info", "unauthorized"],
  ["user", { status: 200, body: '{"error":"oops"}' }, "unable_to_get_user_info", "invalid_response"],
  ["user", { status: 200, body: '{"data":{"id":"ada"}}' }, "unable_to_get_user_info", "invalid_response"],
  ["user", { kind: "hang" }, "unable_to_get_user_info", "timeout"],
  ["token", { status: 200, body: '{"error":"invalid_grant"}' }, "invalid_code", "token_refused"],
  [
    "token",
    { status: 200, body: '{"access_token":"s3cret","token_type":"mac"}' },
    "invalid_code",
    "invalid_response",
  ],
  [
    "token",
    { status: 302, headers: { location: "https://evil.test" }, body: "Moved" },
    "invalid_code",
    "invalid_response",
  ],
  ["token", { kind: "hang" }, "invalid_code", "timeout"],
  ["token", { kind: "dribble" }, "invalid_code", "timeout"],
] as const)(
  "%s endpoint: %j creates no session, redirects with error=%s and logs no secret",
  async (endpoint, fault, error, code) => {
    const browser = new Browser(await createApp({ timeout: 300 }))
    emulator.faults.add({ endpoint, times: 1, ...fault })
    expect(await browser.signIn("ada")).toBe(`/failed?error=${error}`)
    expect(await browser.session()).toBeNull()
    const log = errors.map((args) =>
      args.map((arg) => (arg instanceof Error ? `${arg.message} ${Reflect.get(arg, "code")}` : arg)),
    )
    expect(String(log)).toContain(code)
    expect(String(log)).not.toMatch(/s3cret|demo-secret/)
  },
)

test("a callback without state creates no session and redirects with error=state_not_found", async () => {
  const withoutState = createBinkEmulator({ users, consent: { ada: "approve" }, state: "drop" })
  const other = await withoutState.listen({ port: 0 })
  const browser = new Browser(await createApp({ baseUrl: other.url }))
  expect(await browser.signIn("ada")).toBe(`${APP}/api/auth/error?error=state_not_found`)
  await other.close()
})

test("bink() without credentials logs a warning, and a sign-in does not redirect to Bink", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {})
  const browser = new Browser(await createApp({ clientId: "", clientSecret: "" }))
  expect(String(warn.mock.calls)).toContain("AUTH_BINK_ID")
  const start = await browser.send("/api/auth/sign-in/social", { provider: "bink", callbackURL: "/home" })
  expect(start.status).toBeGreaterThanOrEqual(400)
})

test("bink() passes other options to Better Auth, and mapProfileToUser adds to the user's fields", async () => {
  const config = bink({
    clientId: "id",
    clientSecret: "secret",
    disableSignUp: true,
    mapProfileToUser: ({ username }) => ({ name: `@${username}` }),
  })
  expect(config).toMatchObject({
    providerId: "bink",
    disableSignUp: true,
    overrideUserInfo: true,
    pkce: true,
  })
  expect(await config.mapProfileToUser?.({ ...ada, emailVerified: false })).toMatchObject({
    name: "@countess",
    plan: "BUSINESS",
  })
})
