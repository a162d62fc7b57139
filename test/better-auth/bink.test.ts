import { DatabaseSync } from "node:sqlite"
import { type BinkBetterAuthOptions, bink, binkUser, binkUserClient } from "authjs-bink/better-auth"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from "better-auth"
import { createAuthEndpoint } from "better-auth/api"
import { createAuthClient } from "better-auth/client"
import { inferAdditionalFields } from "better-auth/client/plugins"
import { getMigrations } from "better-auth/db/migration"
import { admin, type GenericOAuthConfig, genericOAuth, magicLink, username } from "better-auth/plugins"
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
const client = {
  clientId: "demo-client",
  clientSecret: "demo-secret",
  name: "Test app",
  redirectUris: ["bink", "other"].map((id) => `${APP}/api/auth/callback/${id}`),
}
const emulator = createBinkEmulator({
  users,
  clients: [client],
  consent: { ada: "approve", NoEmail: "approve" },
})
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

interface AppOptions {
  accountLinking?: NonNullable<BetterAuthOptions["account"]>["accountLinking"]
  plugins?: BetterAuthPlugin[]
  providers?: GenericOAuthConfig[]
  databaseHooks?: BetterAuthOptions["databaseHooks"]
}

/** Settings of an app whose plugins and user a test chooses, so that Better Auth infers their types. */
const appSettings = () => ({
  baseURL: APP,
  secret: "a secret that is long enough for a test",
  database: new DatabaseSync(":memory:"),
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
})
const binkOAuth = () =>
  genericOAuth({
    config: [bink({ baseUrl: server.url, clientId: "demo-client", clientSecret: "demo-secret" })],
  })

/** A provider of the app that is not `bink()`. */
const otherProvider = (): GenericOAuthConfig => ({
  providerId: "other",
  clientId: "demo-client",
  clientSecret: "demo-secret",
  authorizationUrl: `${server.url}/api/oauth/authorize`,
  tokenUrl: `${server.url}/api/oauth/token`,
  userInfoUrl: `${server.url}/api/oauth/user`,
})

async function createApp(
  options: BinkBetterAuthOptions = {},
  { accountLinking = {}, plugins = [], providers = [], databaseHooks = {} }: AppOptions = {},
) {
  const auth = betterAuth({
    ...appSettings(),
    account: { accountLinking },
    databaseHooks,
    plugins: [
      genericOAuth({
        config: [
          bink({ baseUrl: server.url, clientId: "demo-client", clientSecret: "demo-secret", ...options }),
          ...providers,
        ],
      }),
      binkUser(),
      ...plugins,
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
  signIn(userId: string, options: { provider?: string; iss?: string | undefined } = {}): Promise<string> {
    return this.#authorize("/api/auth/sign-in/social", userId, options)
  }

  /** Links the user's Bink account to the signed-in user. Returns the URL that the callback redirects to. */
  link(userId: string): Promise<string> {
    return this.#authorize("/api/auth/link-social", userId)
  }

  async #authorize(
    path: string,
    userId: string,
    { provider = "bink", iss }: { provider?: string; iss?: string | undefined } = {},
  ): Promise<string> {
    const start = await this.send(path, { provider, callbackURL: "/home", errorCallbackURL: "/failed" })
    const { url } = (await start.json()) as { url: string }
    const consent = await fetch(`${url}&login_hint=${userId}`, { redirect: "manual" })
    const callbackUrl = new URL(consent.headers.get("location") as string)
    if (iss !== undefined) callbackUrl.searchParams.set("iss", iss)
    const callback = await this.send(callbackUrl.href)
    return callback.headers.get("location") as string
  }

  async signUp(email: string): Promise<Response> {
    return this.send("/api/auth/sign-up/email", { name: "Ada", email, password: "correct horse battery" })
  }

  async accounts(): Promise<{ id: string; providerId: string }[]> {
    const response = await this.send("/api/auth/list-accounts")
    return (await response.json()) as { id: string; providerId: string }[]
  }

  async session() {
    const session = await (await this.send("/api/auth/get-session")).json()
    return session as App["$Infer"]["Session"] | null
  }
}

async function openBrowser(app: { options: BetterAuthOptions }): Promise<Browser> {
  await (await getMigrations(app.options)).runMigrations()
  return new Browser(app as App)
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

/** Hooks of an app that copy the user, as those in Better Auth's docs do. */
const COPYING_HOOKS: BetterAuthOptions["databaseHooks"] = {
  user: {
    create: { before: async (user) => ({ data: { ...user } }) },
    update: { before: async (user) => ({ data: { ...user } }) },
  },
}
const HOOKS: [string, BetterAuthOptions["databaseHooks"]][] = [
  ["without hooks", {}],
  ["with hooks that copy the user", COPYING_HOOKS],
]

test.each(HOOKS)(
  "a sign-in keeps the old email if another user has the new one, and updates the other fields: %s",
  async (_, databaseHooks) => {
    const app = await createApp({}, { databaseHooks })
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
  },
)

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
    const neverEnds = "kind" in fault
    const browser = new Browser(await createApp({ ...(neverEnds && { timeout: 300 }) }))
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

const NO_FIELDS = { username: null, plan: null, verificationLevel: null }
const LINKING = { trustedProviders: ["bink"], disableImplicitLinking: true }

/** Reads the user from the database. */
async function findUser(app: App, email: string) {
  const found = await (await app.$context).internalAdapter.findUserByEmail(email)
  return found?.user
}

async function updateUser(app: App, email: string, data: Record<string, unknown>) {
  await (await app.$context).internalAdapter.updateUserByEmail(email, data)
}

test("unlinking the Bink account clears username, plan and verificationLevel", async () => {
  const browser = new Browser(await createApp({}, { accountLinking: { allowUnlinkingAll: true } }))
  await browser.signIn("ada")
  const [account] = await browser.accounts()
  const response = await browser.send("/api/auth/unlink-account", { accountId: account?.id })
  expect(response.status).toBe(200)
  expect(await browser.accounts()).toEqual([])
  expect((await browser.session())?.user).toMatchObject({ name: "Ada", ...NO_FIELDS })
})

test("unlinking another account keeps username, plan and verificationLevel", async () => {
  const browser = new Browser(
    await createApp({}, { accountLinking: { ...LINKING, updateUserInfoOnLink: true } }),
  )
  await browser.signUp("ada@example.com")
  expect(await browser.link("ada")).toBe("/home")
  const password = (await browser.accounts()).find(({ providerId }) => providerId === "credential")
  const response = await browser.send("/api/auth/unlink-account", { accountId: password?.id })
  expect(response.status).toBe(200)
  expect((await browser.session())?.user).toMatchObject({ username: "countess", verificationLevel: 2 })
})

test("a magic link that removes the unproven Bink account clears username, plan and verificationLevel", async () => {
  const links: string[] = []
  const app = await createApp(
    {},
    { plugins: [magicLink({ sendMagicLink: async ({ url }) => void links.push(url) })] },
  )
  const stranger = new Browser(app)
  await stranger.signIn("ada")
  const owner = new Browser(app)
  await owner.send("/api/auth/sign-in/magic-link", { email: "ada@example.com" })
  await owner.send(links[0] as string)
  expect((await owner.session())?.user).toMatchObject({
    email: "ada@example.com",
    emailVerified: true,
    ...NO_FIELDS,
  })
  expect(await owner.accounts()).toEqual([])
  expect(await stranger.session()).toBeNull()
})

test("a user with a Bink account can be deleted", async () => {
  const app = await createApp({}, { plugins: [admin()] })
  const [owner, browser] = [new Browser(app), new Browser(app)]
  await browser.signIn("ada")
  await owner.signUp("admin@example.com")
  await updateUser(app, "admin@example.com", { role: "admin" })
  const userId = (await browser.session())?.user.id
  expect((await owner.send("/api/auth/admin/remove-user", { userId })).status).toBe(200)
  expect(await findUser(app, "ada@example.com")).toBeUndefined()
})

test.each([
  ["no iss", "signed in", () => undefined],
  ["the base URL as iss", "signed in", () => server.url],
  ["another iss", "refused with issuer_mismatch", () => "https://evil.example"],
])("a callback with %s is %s", async (_parameter, outcome, iss) => {
  const browser = new Browser(await createApp())
  const isSignedIn = outcome === "signed in"
  expect(await browser.signIn("ada", { iss: iss() })).toBe(
    isSignedIn ? "/home" : "/failed?error=issuer_mismatch",
  )
  expect(Boolean(await browser.session())).toBe(isSignedIn)
})

test("issuer replaces the base URL as the accepted iss", async () => {
  const app = await createApp({ issuer: "https://issuer.example/" })
  expect(await new Browser(app).signIn("ada", { iss: server.url })).toBe("/failed?error=issuer_mismatch")
  expect(await new Browser(app).signIn("ada", { iss: "https://issuer.example/" })).toBe("/home")
})

test("iss is checked if binkUser() comes before genericOAuth()", async () => {
  const browser = await openBrowser(betterAuth({ ...appSettings(), plugins: [binkUser(), binkOAuth()] }))
  expect(await browser.signIn("ada", { iss: "https://evil.example" })).toBe("/failed?error=issuer_mismatch")
})

test.each([
  ["before", [username()], []],
  ["after", [], [username()]],
])("omit leaves username to a username plugin %s binkUser()", async (_, before, after) => {
  const plugins = [...before, binkOAuth(), binkUser({ omit: ["username"] }), ...after]
  const browser = await openBrowser(betterAuth({ ...appSettings(), plugins }))
  const body = { name: "Eve", email: "eve@example.com", password: "correct horse battery" }
  expect((await browser.send("/api/auth/sign-up/email", { ...body, username: "countess" })).status).toBe(200)
  expect((await browser.session())?.user).toMatchObject({ username: "countess", verificationLevel: null })
  expect((await browser.send("/api/auth/update-user", { plan: "FREE" })).status).toBe(400)

  const later = new Browser(browser.app)
  for (const name of [null, "lovelace"]) {
    expect(await later.signIn("ada")).toBe("/home")
    expect((await later.session())?.user).toMatchObject({ username: name, verificationLevel: 2 })
    await later.send("/api/auth/update-user", { username: "lovelace" })
  }
})

test("omit leaves plan to the app, with its type", async () => {
  const app = betterAuth({
    ...appSettings(),
    user: {
      additionalFields: { plan: { type: "string", required: false, input: false, defaultValue: "starter" } },
    },
    plugins: [binkOAuth(), binkUser({ omit: ["plan"] })],
  })
  const browser = await openBrowser(app)
  for (let signIns = 0; signIns < 2; signIns++) {
    expect(await browser.signIn("ada")).toBe("/home")
    expect((await browser.session())?.user).toMatchObject({ plan: "starter", username: "countess" })
  }
  const user = expectTypeOf<(typeof app)["$Infer"]["Session"]["user"]>()
  user.toHaveProperty("plan").toEqualTypeOf<string | null | undefined>()
  user.toHaveProperty("verificationLevel").toEqualTypeOf<number | null | undefined>()
})

test("binkUserClient() gives the client the types of the fields, which it cannot set", async () => {
  const app = betterAuth({
    ...appSettings(),
    user: { additionalFields: { plan: { type: "string", input: false, defaultValue: "starter" } } },
    plugins: [binkOAuth(), binkUser({ omit: ["plan"] })],
  })
  const browser = await openBrowser(app)
  await browser.signIn("ada")
  const authClient = createAuthClient({
    baseURL: APP,
    plugins: [binkUserClient({ omit: ["plan"] }), inferAdditionalFields<typeof app>()],
    fetchOptions: {
      customFetchImpl: (url, init) => browser.send(`${url}`, JSON.parse(`${init?.body ?? null}`)),
    },
  })
  const { data } = await authClient.getSession()
  expect(data?.user).toMatchObject({ username: "countess", plan: "starter", verificationLevel: 2 })
  const user = expectTypeOf<(typeof authClient)["$Infer"]["Session"]["user"]>()
  user.toHaveProperty("username").toEqualTypeOf<string | null | undefined>()
  user.toHaveProperty("plan").toEqualTypeOf<string>()
  user.toHaveProperty("verificationLevel").toEqualTypeOf<number | null | undefined>()

  // @ts-expect-error a field of Bink
  const { error } = await authClient.updateUser({ verificationLevel: 1 })
  expect(error).toMatchObject({ code: "FIELD_NOT_ALLOWED" })
  const body = { name: "Eve", email: "eve@example.com", password: "correct horse battery" }
  // @ts-expect-error a field of Bink
  const signUp = app.api.signUpEmail({ body: { ...body, verificationLevel: 1 } })
  await expect(signUp).rejects.toMatchObject({ body: { code: "FIELD_NOT_ALLOWED" } })
})

test.each<[string, Partial<BetterAuthOptions>, string]>([
  ["the username plugin", { plugins: [username()] }, 'binkUser({ omit: ["username"] })'],
  [
    "an additional field plan",
    { user: { additionalFields: { plan: { type: "string" } } } },
    'binkUser({ omit: ["plan"] })',
  ],
  [
    "an additional field verificationLevel",
    { user: { additionalFields: { verificationLevel: { type: "number" } } } },
    "Rename that field",
  ],
])("%s and a field of binkUser() with the same name are refused with the fix", async (_, options, fix) => {
  const plugins = [binkOAuth(), binkUser(), ...(options.plugins ?? [])]
  await expect(betterAuth({ ...appSettings(), ...options, plugins }).$context).rejects.toMatchObject({
    code: "invalid_option",
    message: expect.stringContaining(fix),
  })
})

test("omit refuses verificationLevel", () => {
  expect(() => binkUser({ omit: ["verificationLevel" as "plan"] })).toThrow(
    expect.objectContaining({ code: "invalid_option" }),
  )
})

test("a second generic OAuth plugin of the app keeps both providers, and iss is still checked", async () => {
  const app = await createApp({}, { plugins: [genericOAuth({ config: [otherProvider()] })] })
  expect(await new Browser(app).signIn("ada", { provider: "other" })).toBe("/home")
  const iss = "https://evil.example"
  expect(await new Browser(app).signIn("ada", { iss })).toBe("/failed?error=issuer_mismatch")
})

test("an admin cannot set verificationLevel, neither with update-user nor with create-user", async () => {
  const app = await createApp({}, { plugins: [admin()] })
  const browser = new Browser(app)
  await browser.signUp("admin@example.com")
  await updateUser(app, "admin@example.com", { role: "admin" })
  const userId = (await browser.session())?.user.id
  const attempts = [
    await browser.send("/api/auth/admin/update-user", {
      userId,
      data: { name: "Eve", verificationLevel: 2 },
    }),
    await browser.send("/api/auth/admin/create-user", {
      name: "Eve",
      email: "eve@example.com",
      password: "correct horse battery",
      data: { verificationLevel: 2 },
    }),
  ]
  for (const attempt of attempts) {
    expect(attempt.status).toBe(400)
    expect(await attempt.json()).toMatchObject({ code: "FIELD_NOT_ALLOWED" })
  }
  expect(await findUser(app, "admin@example.com")).toMatchObject({ name: "Ada", ...NO_FIELDS })
  expect(await findUser(app, "eve@example.com")).toBeUndefined()
  const rename = { userId, data: { name: "Countess" } }
  expect((await browser.send("/api/auth/admin/update-user", rename)).status).toBe(200)
})

test("an endpoint of another plugin cannot set verificationLevel, and its other changes are stored", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {})
  const promote = createAuthEndpoint("/promote", { method: "POST" }, async ({ context, body }) => {
    await context.internalAdapter.updateUserByEmail(body.email, { name: "Eve", verificationLevel: 2 })
    return { done: true }
  })
  const app = await createApp({}, { plugins: [{ id: "promote", endpoints: { promote } }] })
  const browser = new Browser(app)
  await browser.signUp("eve@example.com")
  expect((await browser.send("/api/auth/promote", { email: "eve@example.com" })).status).toBe(200)
  expect((await browser.session())?.user).toMatchObject({ name: "Eve", ...NO_FIELDS })
  expect(String(warn.mock.calls)).toContain(
    "verificationLevel not stored: only a sign-in with Bink can set them, not /promote",
  )
})

test.each(HOOKS)(
  "mapProfileToUser of another provider cannot set the fields, neither at the first sign-in nor later: %s",
  async (_, databaseHooks) => {
    vi.spyOn(console, "warn").mockImplementation(() => {})
    const other: GenericOAuthConfig = {
      ...otherProvider(),
      overrideUserInfo: true,
      mapProfileToUser: () => ({ name: "Eve", username: "eve", plan: "BUSINESS", verificationLevel: 2 }),
    }
    const app = await createApp({}, { providers: [other], databaseHooks })
    for (const browser of [new Browser(app), new Browser(app)]) {
      expect(await browser.signIn("ada", { provider: "other" })).toBe("/home")
      expect((await browser.session())?.user).toMatchObject({ name: "Eve", ...NO_FIELDS })
    }
  },
)

test("a signed-in user can link Bink with trustedProviders and disableImplicitLinking", async () => {
  const browser = new Browser(await createApp({}, { accountLinking: LINKING }))
  await browser.signUp("ada@example.com")
  expect(await browser.link("ada")).toBe("/home")
  expect((await browser.accounts()).map(({ providerId }) => providerId).sort()).toEqual([
    "bink",
    "credential",
  ])
  expect((await browser.session())?.user).toMatchObject({ name: "Ada", ...NO_FIELDS })

  const later = new Browser(browser.app)
  expect(await later.signIn("ada")).toBe("/home")
  expect((await later.session())?.user).toMatchObject({ username: "countess", verificationLevel: 2 })
})

test("updateUserInfoOnLink stores the fields when the account is linked", async () => {
  const accountLinking = { ...LINKING, updateUserInfoOnLink: true }
  const browser = new Browser(await createApp({}, { accountLinking }))
  await browser.signUp("ada@example.com")
  await browser.link("ada")
  expect((await browser.session())?.user).toMatchObject({ username: "countess", verificationLevel: 2 })
})

test.each([
  ["refused", "with", true, "/failed?error=account_not_linked"],
  ["signed in", "without", false, "/home"],
])(
  "a Bink account with the verified address of a user is %s %s disableImplicitLinking",
  async (_outcome, _preposition, disableImplicitLinking, page) => {
    const app = await createApp({}, { accountLinking: { ...LINKING, disableImplicitLinking } })
    await new Browser(app).signUp("ada@example.com")
    await updateUser(app, "ada@example.com", { emailVerified: true })
    const stranger = new Browser(app)
    expect(await stranger.signIn("ada")).toBe(page)
    expect(Boolean(await stranger.session())).toBe(page === "/home")
  },
)

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
