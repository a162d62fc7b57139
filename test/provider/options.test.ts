import type { ServerResponse } from "node:http"
import Bink, { type BinkOptions } from "authjs-bink"
import { describe, expect, test } from "vitest"
import { type BinkServer, json, PROFILE, sendBack, TOKENS } from "./bink-server.ts"
import { createBrowser } from "./browser.ts"
import { createMemoryAdapter } from "./memory-adapter.ts"
import { optionsFor, startApp, startBink, VERSIONS } from "./stage.ts"

describe.each(VERSIONS)("%s", (version) => {
  /** A sign-in with some options, and all that came of it. */
  async function signIn(makeOptions: (bink: BinkServer) => BinkOptions, bink?: BinkServer) {
    bink ??= await startBink()
    const accounts: Record<string, unknown>[] = []
    const options = { ...optionsFor(bink), ...makeOptions(bink) }
    const app = await startApp(version, {
      providers: [Bink(options)],
      events: { signIn: ({ account }: { account: Record<string, unknown> }) => void accounts.push(account) },
    })
    const browser = createBrowser()
    const place = await browser.signIn(app.url, undefined, options.id)
    const session = await browser.session(app.url)
    return { bink, app, place, session, account: accounts[0], asked: bink.requests[0]?.params }
  }

  test.each<[string, BinkOptions["authorization"], object]>([
    ["parameters", { params: { prompt: "login" } }, { scope: "", prompt: "login" }],
    ["a scope", { params: { scope: "a b" } }, { scope: "a b" }],
    ["an absent scope", { params: { scope: undefined, prompt: null } }, { scope: "" }],
    ["no parameters", {}, { scope: "" }],
  ])("authorization with %s keeps the endpoint and the scope rule", async (_, authorization, expected) => {
    const { session, asked } = await signIn(() => ({ authorization }))
    expect(session?.user?.name).toBe("Ada")
    expect(Object.fromEntries(asked ?? [])).toMatchObject(expected)
    expect([...(asked?.values() ?? [])]).not.toContain("undefined")
    expect([...(asked?.values() ?? [])]).not.toContain("null")
  })

  test.each<[string, (url: string) => BinkOptions["authorization"]]>([
    ["an address", (url) => `${url}/api/oauth/authorize?prompt=login`],
    [
      "an object with an address",
      (url) => ({ url: `${url}/api/oauth/authorize`, params: { prompt: "login" } }),
    ],
    ["an address in an object", (url) => ({ url: `${url}/api/oauth/authorize?prompt=login` })],
  ])("authorization as %s keeps the scope rule", async (_, authorization) => {
    const { session, asked } = await signIn(({ url }) => ({ authorization: authorization(url) }))
    expect(session?.user?.name).toBe("Ada")
    expect(Object.fromEntries(asked ?? [])).toMatchObject({ scope: "", prompt: "login", client_id: "client" })
  })

  test("authorization leaves for another address, and the rest stays", async () => {
    const other = await startBink()
    const { session, bink } = await signIn(() => ({ authorization: `${other.url}/api/oauth/authorize` }))
    expect(session?.user?.name).toBe("Ada")
    expect(other.requests.map(({ endpoint }) => endpoint)).toEqual(["authorize"])
    expect(bink.requests.map(({ endpoint }) => endpoint)).toEqual(["token", "user"])
  })

  test.each([
    ["as addresses", (url: string) => url],
    ["as objects", (url: string) => ({ url })],
  ])("token and userinfo go elsewhere %s, with every check on", async (_, form) => {
    const other = await startBink()
    const makeOptions = () => ({
      token: form(`${other.url}/api/oauth/token`),
      userinfo: form(`${other.url}/api/oauth/user`),
    })
    const { session } = await signIn(makeOptions)
    expect(session?.user?.name).toBe("Ada")
    expect(other.requests.map(({ endpoint }) => endpoint)).toEqual(["token", "user"])

    other.misbehave({ user: (response) => json(response, { error: "unauthorized" }, 401) })
    expect((await signIn(makeOptions)).session?.user).toBeUndefined()
  })

  test.each<[string, BinkOptions["checks"], string[]]>([
    ["PKCE alone", ["pkce"], ["code_challenge"]],
    ["PKCE alone, as v4 writes it", "pkce", ["code_challenge"]],
    ["state alone", ["state"], ["state"]],
    ["both, the other way round", ["state", "pkce"], ["code_challenge", "state"]],
    ["none", ["none"], []],
  ])("checks of %s replace the default", async (_, checks, expected) => {
    const { session, asked } = await signIn(() => ({ checks }))
    expect(session?.user?.name).toBe("Ada")
    expect(["code_challenge", "state"].filter((name) => asked?.has(name))).toEqual(expected)
  })

  test("a Bink that drops the state lets people in with PKCE alone", async () => {
    const bink = await startBink()
    const drop = {
      authorize: (...[response, seen]: Parameters<typeof sendBack>) =>
        sendBack(response, seen, { state: null }),
    }
    bink.misbehave(drop)
    const { session, app } = await signIn(() => ({}), bink)
    expect(session?.user).toBeUndefined()
    // In Auth.js 5, which makes this error itself, `withBink` adds what to do.
    if (version === "next-auth 4") expect(app.log.join()).toMatch(/set checks: \["pkce"\]/)
    bink.misbehave(drop)
    expect((await signIn(() => ({ checks: ["pkce"] }), bink)).session?.user?.name).toBe("Ada")
  })

  test("the same array of checks serves two providers, and stays as it was", async () => {
    const checks = Object.freeze(["pkce"]) as "pkce"[]
    await signIn(() => ({ checks }))
    expect((await signIn(() => ({ checks }))).asked?.has("state")).toBe(false)
    expect(checks).toEqual(["pkce"])
  })

  test("another id has its own callback, and its own accounts", async () => {
    const { session, account, asked, app } = await signIn(() => ({ id: "bink-eu" }))
    expect(session?.user?.name).toBe("Ada")
    expect(account?.provider).toBe("bink-eu")
    expect(asked?.get("redirect_uri")).toBe(`${app.url}/api/auth/callback/bink-eu`)
  })

  test("an issuer of its own is what `iss` has to be", async () => {
    const bink = await startBink()
    const answer = (iss: string) =>
      bink.misbehave({ authorize: (response, seen) => sendBack(response, seen, { iss }) })
    const makeOptions = () => ({ issuer: "https://issuer.example/" })
    answer("https://issuer.example/")
    expect((await signIn(makeOptions, bink)).session?.user?.name).toBe("Ada")
    answer(bink.url)
    expect((await signIn(makeOptions, bink)).session?.user).toBeUndefined()
  })

  test("a profile of the app's own gets Bink's, and has the last word", async () => {
    const seen: unknown[] = []
    const { session, account } = await signIn(() => ({
      profile(profile) {
        seen.push(profile)
        return { id: `bink:${profile.id}`, name: profile.username, email: null, image: null }
      },
    }))
    expect(seen).toEqual([PROFILE])
    expect(session?.user).toMatchObject({ name: "ada" })
    expect(account?.providerAccountId).toBe("bink:person-1")
  })

  test("client shows itself another way, and the tokens are cleaned all the same", async () => {
    const bink = await startBink()
    bink.misbehave({
      token: (response) => json(response, { ...TOKENS, providerAccountId: "someone-else", created_at: 1 }),
    })
    const { account } = await signIn(
      () => ({ client: { token_endpoint_auth_method: "client_secret_basic" } }),
      bink,
    )
    const token = bink.requests.find(({ endpoint }) => endpoint === "token")
    expect(token?.headers.authorization).toBe(`Basic ${btoa("client:client-secret-9f2c")}`)
    expect(token?.params.has("client_secret")).toBe(false)
    expect(account).toMatchObject({ providerAccountId: "person-1", access_token: TOKENS.access_token })
    expect(account).not.toHaveProperty("created_at")
  })

  test("a client that shows itself another way than Bink takes is refused in order", async () => {
    const { session, app } = await signIn(() => ({
      client: { token_endpoint_auth_method: "client_secret_basic" },
    }))
    expect(session?.user).toBeUndefined()
    expect(app.log.join()).toMatch(/refused the token request/)
    expect(app.log.join()).not.toMatch(/client-secret-9f2c|authorization-code-4b71/)
  })

  test("style lays over ours, and stays the app's own", async () => {
    const style = Object.freeze({ logo: "https://app.example/bink.svg" })
    const { app } = await signIn(() => ({ style, name: "Bink ID" }))
    const { text } = await createBrowser().go(`${app.url}/api/auth/signin`)
    expect(text).toContain('src="https://app.example/bink.svg"')
    expect(text).toContain("Bink ID")
  })

  test("allowDangerousEmailAccountLinking links by e-mail, and only then", async () => {
    for (const isAllowed of [false, true]) {
      const bink = await startBink()
      const { adapter, tables } = createMemoryAdapter()
      const { id } = await adapter.createUser({ email: "ada@example.com", emailVerified: null })
      const app = await startApp(version, {
        providers: [Bink({ ...optionsFor(bink), allowDangerousEmailAccountLinking: isAllowed })],
        adapter,
      })
      const place = await createBrowser().signIn(app.url)
      expect(place.url.searchParams.get("error")).toBe(isAllowed ? null : "OAuthAccountNotLinked")
      expect(tables.accounts.map(({ userId }) => userId)).toEqual(isAllowed ? [id] : [])
    }
  })

  test("two apps in one process share nothing", async () => {
    const [one, two] = [await startBink(), await startBink()]
    const apps = [
      await startApp(version, { providers: [Bink({ ...optionsFor(one), timeout: 200 })] }),
      await startApp(version, { providers: [Bink({ ...optionsFor(two), checks: ["pkce"] })] }),
    ]
    const late = (response: ServerResponse) => void setTimeout(() => json(response, PROFILE), 1_000)
    one.misbehave({ user: late })
    two.misbehave({ user: late })
    const names = await Promise.all(
      apps.map(async ({ url }) => {
        const browser = createBrowser()
        await browser.signIn(url)
        return (await browser.session(url))?.user?.name
      }),
    )
    expect(names).toEqual([undefined, "Ada"])
    expect(one.requests[0]?.params.has("state")).toBe(true)
    expect(two.requests[0]?.params.has("state")).toBe(false)
  })
})
