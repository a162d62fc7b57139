import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import { describe, expect, test, vi } from "vitest"
import {
  AUTH_SECRET,
  binkProvider,
  otherProvider,
  startAppWithBink,
  VERSIONS,
  type Version,
} from "../helpers/auth-apps.ts"
import { type BinkServer, PROFILE, respondJson, SECRETS, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"
import { readAuth } from "../helpers/next-auth-5.ts"

async function start(
  version: Version,
  createConfig: (bink: BinkServer) => object = () => ({}),
  options?: Parameters<typeof withBink>[1],
) {
  const bink = await startBinkServer()
  const app = await startAppWithBink(version, bink, createConfig(bink), options)
  return { bink, app, browser: createHttpBrowser() }
}

describe.each(VERSIONS)("withBink in %s", (version) => {
  test("adds session.user.bink to what Auth.js sends to the browser, and nothing else", async () => {
    const { app, browser } = await start(version)
    const before = Math.floor(Date.now() / 1000)
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toEqual({
      user: {
        name: "Ada",
        email: "ada@example.com",
        image: "https://bink.example/ada.png",
        bink: {
          id: PROFILE.id,
          username: "ada",
          plan: "VERIFIED",
          verificationLevel: 1,
          checkedAt: expect.toSatisfy((at: number) => at >= before && at <= Date.now() / 1000),
        },
      },
      expires: expect.any(String),
    })
    expect(app.log).toEqual([])
  })

  test("never passes the access token to the app's callbacks and events", async () => {
    const received: unknown[] = []
    const { app, browser } = await start(
      version,
      () => ({
        callbacks: {
          jwt({ token }: { token: object }) {
            received.push(token)
            return token
          },
          session({ session, token }: { session: { user: unknown }; token: object }) {
            received.push(token)
            session.user = token
            return session
          },
        },
        events: {
          session: (message: object) => void received.push(message),
          signOut: (message: object) => void received.push(message),
        },
      }),
      { revalidate: { after: 60 } },
    )
    await browser.signIn(app.url)
    const session = await browser.session(app.url)
    await browser.signOut(app.url)
    expect(session).toMatchObject({ user: { bink: { id: PROFILE.id } } })
    expect(received.length).toBeGreaterThan(4)
    expect(received.at(-1)).toHaveProperty("token.bink.id", PROFILE.id)
    expect(JSON.stringify([session, received])).not.toContain(SECRETS.accessToken)
  })

  test.each([
    ["data of update()", ({ token, session }: JwtParams) => ({ ...token, ...session })],
    ["the user of another provider", ({ token, user }: JwtParams) => ({ ...token, ...user })],
    ["data of update(), like a deep merge,", mergeDeep],
  ])("a jwt callback that copies %s into the token cannot change the identity", async (_, jwt) => {
    const forged = { ...PROFILE, verificationLevel: 2, checkedAt: 9_999_999_999 }
    const { app, browser } = await start(version, (bink) => ({
      providers: [
        binkProvider(bink),
        { ...otherProvider(bink), profile: ({ id }: { id: string }) => ({ id, bink: forged }) },
      ],
      callbacks: { jwt },
    }))
    await browser.signIn(app.url)
    await browser.update(app.url, { bink: forged, binkAccess: { token: "forged" } })
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.verificationLevel", 1)

    await browser.signIn(app.url, { provider: "other" })
    await browser.update(app.url, { bink: forged })
    const session = await browser.session(app.url)
    expect(session).toHaveProperty("user")
    expect(session?.user).not.toHaveProperty("bink")
  })

  test("a session callback that changes token.bink does not change the stored identity", async () => {
    const levels: unknown[] = []
    const { app, browser } = await start(version, () => ({
      callbacks: {
        session({ session, token }: { session: object; token: { bink: { verificationLevel: number } } }) {
          levels.push(token.bink.verificationLevel++)
          return session
        },
      },
    }))
    await browser.signIn(app.url)
    for (let reads = 0; reads < 2; reads++) await browser.session(app.url)
    expect(levels).toEqual([1, 1])
  })

  test.each<[string, (token: { bink?: unknown }, user?: object) => object, boolean]>([
    ["builds a new token at sign-in", (token, user) => (user ? { email: "new@example.com" } : token), true],
    ["always builds a new token", () => ({ name: "Ada" }), true],
    ["removes the identity", ({ bink: _, ...token }) => ({ ...token, bink: undefined }), false],
  ])("keeps the identity unless the app removes it: a jwt callback that %s", async (_, jwt, isKept) => {
    const { bink, app, browser } = await start(
      version,
      () => ({ callbacks: { jwt: ({ token, user }: { token: object; user?: object }) => jwt(token, user) } }),
      { revalidate: { after: 0 } },
    )
    await browser.signIn(app.url)
    const requestsAtSignIn = bink.requests.length
    for (let reads = 0; reads < 2; reads++) {
      const user = (await browser.session(app.url))?.user as { bink?: { id: string } } | undefined
      expect(user?.bink?.id).toBe(isKept ? PROFILE.id : undefined)
    }
    // Revalidation still has the access token.
    expect(bink.requests.length > requestsAtSignIn).toBe(isKept)
  })

  test("runs the app's async callbacks and events after its own, and uses their results", async () => {
    const calls: string[] = []
    const delay = () => new Promise((resolve) => setTimeout(resolve, 5))
    const { app, browser } = await start(version, () => ({
      callbacks: {
        async signIn({ account }: { account: { provider: string } }) {
          await delay()
          calls.push(`signIn ${account.provider}`)
          return true
        },
        async jwt({ token, account }: { token: Record<string, unknown>; account?: object }) {
          await delay()
          if (account) calls.push(`jwt ${(token.bink as { id: string }).id}`)
          return { ...token, custom: "kept" }
        },
        async session({
          session,
          token,
        }: {
          session: { user: { bink?: object } }
          token: { custom: string }
        }) {
          await delay()
          return { ...session, custom: token.custom, hasBink: Boolean(session.user.bink) }
        },
      },
      events: { signIn: () => void calls.push("event signIn") },
    }))
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toMatchObject({
      user: { bink: { id: PROFILE.id } },
      custom: "kept",
      hasBink: true,
    })
    expect(calls).toEqual(["signIn bink", `jwt ${PROFILE.id}`, "event signIn"])
  })

  test("lets the app's session callback remove the identity", async () => {
    const { app, browser } = await start(version, () => ({
      callbacks: {
        session({ session: { user, ...rest } }: { session: { user: object } }) {
          return { ...rest, user: { ...user, bink: undefined } }
        },
      },
    }))
    await browser.signIn(app.url)
    const session = await browser.session(app.url)
    expect(session?.user).toMatchObject({ name: "Ada" })
    expect(session?.user).not.toHaveProperty("bink")
  })

  test("lets the app's signIn callback deny a sign-in", async () => {
    const { app, browser } = await start(version, () => ({ callbacks: { signIn: () => false } }))
    const { url } = await browser.signIn(app.url)
    expect(url.searchParams.get("error")).toBe("AccessDenied")
    expect((await browser.session(app.url))?.user).toBeUndefined()
  })

  test("adds the identity after a sign-in with Bink and removes it after a sign-in with another provider", async () => {
    const { app, browser } = await start(version, (bink) => ({
      providers: [otherProvider(bink), binkProvider(bink)],
    }))
    await browser.signIn(app.url, { provider: "other" })
    expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.id", PROFILE.id)
    await browser.signIn(app.url, { provider: "other" })
    expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
  })

  test("ignores a bink property in another provider's profile", async () => {
    const { app, browser } = await start(version, (bink) => ({
      providers: [
        {
          ...otherProvider(bink),
          profile: (profile: { id: string }) => ({ id: profile.id, bink: { ...PROFILE, checkedAt: 1 } }),
        },
      ],
    }))
    await browser.signIn(app.url, { provider: "other" })
    expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
  })

  test("adds the identity for a Bink provider with another id", async () => {
    const { app, browser } = await start(version, (bink) => ({
      providers: [binkProvider(bink, { id: "bink-eu" })],
    }))
    await browser.signIn(app.url, { provider: "bink-eu" })
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.id", PROFILE.id)
  })

  test("accepts an uncalled Bink, which reads the environment variables", async () => {
    const bink = await startBinkServer()
    const environment = {
      AUTH_BINK_ID: "client",
      AUTH_BINK_SECRET: SECRETS.clientSecret,
      AUTH_BINK_ISSUER: bink.url,
    }
    Object.assign(process.env, environment)
    try {
      const app = await startAppWithBink(version, bink, { providers: [Bink] })
      const browser = createHttpBrowser()
      await browser.signIn(app.url)
      expect((await browser.session(app.url))?.user).toHaveProperty("bink.id", PROFILE.id)
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name]
    }
  })

  test("keeps the level of the last sign-in until the next one", async () => {
    const { app, bink, browser } = await start(version)
    await browser.signIn(app.url)
    bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel: 2 }) })
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.verificationLevel", 1)
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.verificationLevel", 2)
  })

  test("accepts null for callbacks, events and its options", async () => {
    const { app, browser } = await start(version, () => ({ callbacks: null, events: null }), null as never)
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.username", PROFILE.username)
  })
})

/** Changes objects in the token, as `merge` of lodash does. */
function mergeDeep({ token, session }: JwtParams) {
  for (const [name, value] of Object.entries(session ?? {})) {
    const current: unknown = Reflect.get(token, name)
    if (current instanceof Object) Object.assign(current, value)
    else Reflect.set(token, name, value)
  }
  return token
}

interface JwtParams {
  token: object
  user?: object
  session?: object
}

test("auth() of next-auth 5 never has the access token, also if the app's session has no user", async () => {
  const { app, bink, browser } = await start("next-auth 5", undefined, { revalidate: { after: 60 } })
  await browser.signIn(app.url)
  const { auth } = NextAuth(
    withBink(
      {
        providers: [binkProvider(bink)],
        secret: AUTH_SECRET,
        trustHost: true,
        callbacks: { session: ({ session: { expires } }) => ({ expires }) as never },
      },
      { revalidate: { after: 60 } },
    ),
  )
  const session = await readAuth(auth, app.url, browser)
  expect(session).toHaveProperty("user.bink.id", PROFILE.id)
  expect(JSON.stringify(session)).not.toContain(SECRETS.accessToken)
})

test("withBink does not change its config, and returns new objects at each call", () => {
  // An uncalled Bink without credentials logs a warning.
  vi.spyOn(console, "warn").mockImplementationOnce(() => {})
  const config = Object.freeze({ providers: Object.freeze([Bink]) as never, callbacks: Object.freeze({}) })
  const [first, second] = [withBink(config), withBink(config)]
  expect(first.callbacks).not.toBe(second.callbacks)
  expect(first.providers[0]).not.toBe(second.providers[0])
  expect(config).toEqual({ providers: [Bink], callbacks: {} })
})

test.each([undefined, null, {}, { providers: null }, async () => ({ providers: [Bink] })])(
  "withBink throws invalid_option with the fix for a config without providers: %o",
  (config) => {
    expect(() => (withBink as (config: unknown) => unknown)(config)).toThrowError(
      expect.objectContaining({
        code: "invalid_option",
        message: expect.stringContaining("NextAuth(async () => withBink("),
      }),
    )
  },
)

test("adds the identity to the session object that it receives, which @hono/auth-js reads", async () => {
  const { callbacks } = withBink({
    providers: [Bink({ clientId: "client", clientSecret: "secret" })],
  }) as unknown as {
    callbacks: { session(params: object): Promise<object> }
  }
  const session = { user: { name: "Ada" }, expires: "2030-01-01T00:00:00.000Z" }
  const identity = { id: "1", username: null, plan: "FREE", verificationLevel: 1, checkedAt: 1 }
  await callbacks.session({ session, token: { bink: identity } })
  expect(session.user).toEqual({ name: "Ada", bink: identity })
})

test("passes on null, with which an app's jwt callback ends the session of Auth.js 5", async () => {
  const { app, browser } = await start("next-auth 5", () => ({
    callbacks: { jwt: ({ token, account }: { token: object; account?: object }) => (account ? token : null) },
  }))
  await browser.signIn(app.url)
  expect(await browser.session(app.url)).toBeNull()
})
