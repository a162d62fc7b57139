import Bink, { type BinkOptions } from "authjs-bink"
import { describe, expect, test } from "vitest"
import { binkProvider, optionsFor, startApp, VERSIONS } from "../helpers/auth-apps.ts"
import {
  type BinkServer,
  PROFILE,
  type Responder,
  redirectToApp,
  respondJson,
  SECRETS,
  startBinkServer,
  TOKENS,
} from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"
import { createMemoryAdapter } from "../helpers/memory-adapter.ts"

describe.each(VERSIONS)("options in %s", (version) => {
  /** Signs in with options. Returns the session, the account and the parameters of the authorization request. */
  async function signIn(createOptions: (bink: BinkServer) => BinkOptions, bink?: BinkServer) {
    bink ??= await startBinkServer()
    const accounts: Record<string, unknown>[] = []
    const options = { ...optionsFor(bink), ...createOptions(bink) }
    const app = await startApp(version, {
      providers: [Bink(options)],
      events: { signIn: ({ account }: { account: Record<string, unknown> }) => void accounts.push(account) },
    })
    const browser = createHttpBrowser()
    await browser.signIn(app.url, { provider: options.id })
    const session = await browser.session(app.url)
    return { bink, app, session, account: accounts[0], params: bink.requests[0]?.params }
  }

  test.each<[string, BinkOptions["authorization"], object]>([
    ["parameters", { params: { prompt: "login" } }, { scope: "", prompt: "login" }],
    ["a scope", { params: { scope: "a b" } }, { scope: "a b" }],
    ["an undefined scope", { params: { scope: undefined, prompt: null } }, { scope: "" }],
    ["no parameters", {}, { scope: "" }],
  ])("authorization with %s keeps the URL and the default scope", async (_, authorization, expected) => {
    const { session, params } = await signIn(() => ({ authorization }))
    expect(session?.user?.name).toBe("Ada")
    expect(Object.fromEntries(params ?? [])).toMatchObject(expected)
    expect([...(params?.values() ?? [])]).not.toContain("undefined")
    expect([...(params?.values() ?? [])]).not.toContain("null")
  })

  test.each<[string, (url: string) => BinkOptions["authorization"]]>([
    ["a URL with a query", (url) => `${url}/api/oauth/authorize?prompt=login`],
    [
      "an object with a URL and parameters",
      (url) => ({ url: `${url}/api/oauth/authorize`, params: { prompt: "login" } }),
    ],
    ["an object with a URL with a query", (url) => ({ url: `${url}/api/oauth/authorize?prompt=login` })],
  ])("authorization as %s keeps the default scope", async (_, authorization) => {
    const { session, params } = await signIn(({ url }) => ({ authorization: authorization(url) }))
    expect(session?.user?.name).toBe("Ada")
    expect(Object.fromEntries(params ?? [])).toMatchObject({
      scope: "",
      prompt: "login",
      client_id: "client",
    })
  })

  test("authorization can be on another server than token and userinfo", async () => {
    const other = await startBinkServer()
    const { session, bink } = await signIn(() => ({ authorization: `${other.url}/api/oauth/authorize` }))
    expect(session?.user?.name).toBe("Ada")
    expect(other.requests.map(({ endpoint }) => endpoint)).toEqual(["authorize"])
    expect(bink.requests.map(({ endpoint }) => endpoint)).toEqual(["token", "user"])
  })

  test.each([
    ["URLs", (url: string) => url],
    ["objects", (url: string) => ({ url })],
  ])(
    "token and userinfo as %s send requests to another server, with the same checks",
    async (_, toEndpoint) => {
      const other = await startBinkServer()
      const createOptions = () => ({
        token: toEndpoint(`${other.url}/api/oauth/token`),
        userinfo: toEndpoint(`${other.url}/api/oauth/user`),
      })
      const { session } = await signIn(createOptions)
      expect(session?.user?.name).toBe("Ada")
      expect(other.requests.map(({ endpoint }) => endpoint)).toEqual(["token", "user"])

      other.setResponses({ user: respondJson({ error: "unauthorized" }, 401) })
      expect((await signIn(createOptions)).session?.user).toBeUndefined()
    },
  )

  test.each<[BinkOptions["checks"], string[]]>([
    [["pkce"], ["code_challenge"]],
    ["pkce", ["code_challenge"]],
    [["state"], ["state"]],
    [
      ["state", "pkce"],
      ["code_challenge", "state"],
    ],
    [["none"], []],
    // Options of the type OAuthUserConfig may have it.
    [["nonce"], ["code_challenge", "state"]],
    ["nonce", ["code_challenge", "state"]],
  ])("checks: %j replaces the default checks", async (checks, expected) => {
    const { session, params } = await signIn(() => ({ checks }))
    expect(session?.user?.name).toBe("Ada")
    expect(["code_challenge", "state"].filter((name) => params?.has(name))).toEqual(expected)
  })

  test('checks: ["pkce"] signs in with a server that does not return state', async () => {
    const bink = await startBinkServer()
    const withoutState = { authorize: redirectToApp({ state: null }) }
    bink.setResponses(withoutState)
    const { session, app } = await signIn(() => ({}), bink)
    expect(session?.user).toBeUndefined()
    // Auth.js 5 creates this error itself. There, withBink adds the fix.
    if (version === "next-auth 4") expect(app.log.join()).toMatch(/set checks: \["pkce"\]/)
    bink.setResponses(withoutState)
    expect((await signIn(() => ({ checks: ["pkce"] }), bink)).session?.user?.name).toBe("Ada")
  })

  test("a checks array can be shared by two providers and does not change", async () => {
    const checks = Object.freeze(["pkce"]) as "pkce"[]
    await signIn(() => ({ checks }))
    expect((await signIn(() => ({ checks }))).params?.has("state")).toBe(false)
    expect(checks).toEqual(["pkce"])
  })

  test("id sets the callback URL and the provider of the account", async () => {
    const { session, account, params, app } = await signIn(() => ({ id: "bink-eu" }))
    expect(session?.user?.name).toBe("Ada")
    expect(account?.provider).toBe("bink-eu")
    expect(params?.get("redirect_uri")).toBe(`${app.url}/api/auth/callback/bink-eu`)
  })

  test("issuer is the only accepted `iss` of a callback", async () => {
    const bink = await startBinkServer()
    const setIss = (iss: string) => bink.setResponses({ authorize: redirectToApp({ iss }) })
    const createOptions = () => ({ issuer: "https://issuer.example/" })
    setIss("https://issuer.example/")
    expect((await signIn(createOptions, bink)).session?.user?.name).toBe("Ada")
    setIss(bink.url)
    expect((await signIn(createOptions, bink)).session?.user).toBeUndefined()
  })

  test("profile receives Bink's profile, and its result becomes the user", async () => {
    const received: unknown[] = []
    const { session, account } = await signIn(() => ({
      profile(profile) {
        received.push(profile)
        return { id: `bink:${profile.id}`, name: profile.username, email: null, image: null }
      },
    }))
    expect(received).toEqual([PROFILE])
    expect(session?.user).toMatchObject({ name: "ada" })
    expect(account?.providerAccountId).toBe(`bink:${PROFILE.id}`)
  })

  test("client with client_secret_basic sends the Basic header, and unknown token fields are still removed", async () => {
    const bink = await startBinkServer()
    bink.setResponses({
      token: respondJson({ ...TOKENS, providerAccountId: "someone-else", created_at: 1 }),
    })
    const { account } = await signIn(
      () => ({ client: { token_endpoint_auth_method: "client_secret_basic" } }),
      bink,
    )
    const token = bink.requests.find(({ endpoint }) => endpoint === "token")
    expect(token?.headers.authorization).toBe(`Basic ${btoa(`client:${SECRETS.clientSecret}`)}`)
    expect(token?.params.has("client_secret")).toBe(false)
    expect(account).toMatchObject({ providerAccountId: PROFILE.id, access_token: TOKENS.access_token })
    expect(account).not.toHaveProperty("created_at")
  })

  test("client with client_secret_basic, rejected by the server, logs token_refused without secrets", async () => {
    const { session, app } = await signIn(() => ({
      client: { token_endpoint_auth_method: "client_secret_basic" },
    }))
    expect(session?.user).toBeUndefined()
    expect(app.log.join()).toMatch(/refused the token request/)
    expect(app.log.join()).not.toMatch(/client-secret-9f2c|authorization-code-4b71/)
  })

  test("style and name override the sign-in page's logo and label", async () => {
    const style = Object.freeze({ logo: "https://app.example/bink.svg" })
    const { app } = await signIn(() => ({ style, name: "Bink ID" }))
    const { text } = await createHttpBrowser().goto(`${app.url}/api/auth/signin`)
    expect(text).toContain('src="https://app.example/bink.svg"')
    expect(text).toContain("Bink ID")
  })

  test("allowDangerousEmailAccountLinking links accounts by email only if it is true", async () => {
    for (const isAllowed of [false, true]) {
      const bink = await startBinkServer()
      const { adapter, tables } = createMemoryAdapter()
      const { id } = await adapter.createUser({ email: "ada@example.com", emailVerified: null })
      const app = await startApp(version, {
        providers: [binkProvider(bink, { allowDangerousEmailAccountLinking: isAllowed })],
        adapter,
      })
      const page = await createHttpBrowser().signIn(app.url)
      expect(page.url.searchParams.get("error")).toBe(isAllowed ? null : "OAuthAccountNotLinked")
      expect(tables.accounts.map(({ userId }) => userId)).toEqual(isAllowed ? [id] : [])
    }
  })

  test("two apps in one process use their own options at the same time", async () => {
    const [first, second] = [await startBinkServer(), await startBinkServer()]
    const apps = [
      await startApp(version, { providers: [binkProvider(first, { timeout: 200 })] }),
      await startApp(version, { providers: [binkProvider(second, { checks: ["pkce"] })] }),
    ]
    const respondLate: Responder = (response, request) =>
      void setTimeout(() => respondJson(PROFILE)(response, request), 1_000)
    first.setResponses({ user: respondLate })
    second.setResponses({ user: respondLate })
    const names = await Promise.all(
      apps.map(async ({ url }) => {
        const browser = createHttpBrowser()
        await browser.signIn(url)
        return (await browser.session(url))?.user?.name
      }),
    )
    expect(names).toEqual([undefined, "Ada"])
    expect(first.requests[0]?.params.has("state")).toBe(true)
    expect(second.requests[0]?.params.has("state")).toBe(false)
  })
})
