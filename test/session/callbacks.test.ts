import Bink, { withBink } from "authjs-bink"
import { afterEach, describe, expect, test, vi } from "vitest"
import { type BinkServer, json, PROFILE, SECRETS, startBinkServer } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { binkAt, startAppWithBink, versions } from "./apps.ts"
import { elsewhere } from "./elsewhere.ts"

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function start(
  version: (typeof versions)[number],
  makeConfig: (bink: BinkServer) => object = () => ({}),
  options?: Parameters<typeof withBink>[1],
) {
  const bink = await startBinkServer()
  const app = await startAppWithBink(version, bink, makeConfig(bink), options)
  running.push(bink, app)
  return { bink, app, browser: createBrowser() }
}

describe.each(versions)("%s", (version) => {
  test("the app's own callbacks and events run after ours, may be async, and have the last word", async () => {
    const seen: string[] = []
    const later = () => new Promise((resolve) => setTimeout(resolve, 5))
    const { app, browser } = await start(version, () => ({
      callbacks: {
        async signIn({ account }: { account: { provider: string } }) {
          await later()
          seen.push(`signIn ${account.provider}`)
          return true
        },
        async jwt({ token, account }: { token: Record<string, unknown>; account?: object }) {
          await later()
          if (account) seen.push(`jwt ${(token.bink as { id: string }).id}`)
          return { ...token, mine: "kept" }
        },
        async session({ session, token }: { session: { user: { bink?: object } }; token: { mine: string } }) {
          await later()
          return { ...session, mine: token.mine, level: session.user.bink && "seen" }
        },
      },
      events: { signIn: () => void seen.push("event signIn") },
    }))
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toMatchObject({
      user: { bink: { id: PROFILE.id } },
      mine: "kept",
      level: "seen",
    })
    expect(seen).toEqual(["signIn bink", `jwt ${PROFILE.id}`, "event signIn"])
  })

  test("an app may take the identity out again", async () => {
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

  test("an app that refuses a person still does", async () => {
    const { app, browser } = await start(version, () => ({ callbacks: { signIn: () => false } }))
    const { url } = await browser.signIn(app.url)
    expect(url.searchParams.get("error")).toBe("AccessDenied")
    expect((await browser.session(app.url))?.user).toBeUndefined()
  })

  test("an identity is there only for who came through Bink, and gone when they come another way", async () => {
    const { app, browser } = await start(version, (bink) => ({ providers: [elsewhere(bink), binkAt(bink)] }))
    await browser.signIn(app.url, undefined, "elsewhere")
    expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.id", PROFILE.id)
    await browser.signIn(app.url, undefined, "elsewhere")
    expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
  })

  test("a provider that is not Bink cannot bring an identity, not even in the profile's own words", async () => {
    const { app, browser } = await start(version, (bink) => ({
      providers: [
        {
          ...elsewhere(bink),
          profile: (profile: { id: string }) => ({ id: profile.id, bink: { ...PROFILE, checkedAt: 1 } }),
        },
      ],
    }))
    await browser.signIn(app.url, undefined, "elsewhere")
    expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
  })

  test("Bink under another id is still Bink", async () => {
    const { app, browser } = await start(version, (bink) => ({
      providers: [binkAt(bink, { id: "bink-eu" })],
    }))
    await browser.signIn(app.url, undefined, "bink-eu")
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.id", PROFILE.id)
  })

  test("an uncalled Bink reads its settings from the environment", async () => {
    const bink = await startBinkServer()
    running.push(bink)
    const settings = {
      AUTH_BINK_ID: "client",
      AUTH_BINK_SECRET: SECRETS.clientSecret,
      AUTH_BINK_ISSUER: bink.url,
    }
    Object.assign(process.env, settings)
    try {
      const app = await startAppWithBink(version, bink, { providers: [Bink] })
      running.push(app)
      const browser = createBrowser()
      await browser.signIn(app.url)
      expect((await browser.session(app.url))?.user).toHaveProperty("bink.id", PROFILE.id)
    } finally {
      for (const name of Object.keys(settings)) delete process.env[name]
    }
  })

  test("the level is the one of this sign-in", async () => {
    const { app, bink, browser } = await start(version)
    await browser.signIn(app.url)
    bink.misbehave({ user: (response) => json(response, { ...PROFILE, verificationLevel: 2 }) })
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.verificationLevel", 1)
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.verificationLevel", 2)
  })
})

test.each(versions)(
  "%s: null stands for no callbacks, events and options, as in Auth.js itself",
  async (version) => {
    const { app, browser } = await start(version, () => ({ callbacks: null, events: null }), null as never)
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.username", PROFILE.username)
  },
)

test("a config is not changed, and two apps share nothing", () => {
  // Without credentials an uncalled Bink warns, which is not what this is about.
  vi.spyOn(console, "warn").mockImplementationOnce(() => {})
  const config = Object.freeze({ providers: Object.freeze([Bink]) as never, callbacks: Object.freeze({}) })
  const [one, other] = [withBink(config), withBink(config)]
  expect(one.callbacks).not.toBe(other.callbacks)
  expect(one.providers[0]).not.toBe(other.providers[0])
  expect(config).toEqual({ providers: [Bink], callbacks: {} })
})

test.each([undefined, null, {}, { providers: null }, async () => ({ providers: [Bink] })])(
  "a config without providers is refused, with what to do: %o",
  (config) => {
    expect(() => (withBink as (config: unknown) => unknown)(config)).toThrowError(
      expect.objectContaining({
        code: "invalid_option",
        message: expect.stringContaining("NextAuth(async () => withBink("),
      }),
    )
  },
)
