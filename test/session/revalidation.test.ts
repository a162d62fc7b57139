import { encode as encode5 } from "@auth/core/jwt"
import Bink, { type RevalidationStore, type WithBinkOptions, withBink } from "authjs-bink"
import { encode as encode4 } from "next-auth-4/jwt"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { binkProvider, startAppWithBink, VERSIONS, type Version } from "../helpers/auth-apps.ts"
import {
  PROFILE,
  type Responder,
  resetConnection,
  respondJson,
  SECRETS,
  startBinkServer,
  TOKENS,
} from "../helpers/bink-server.ts"
import { cookieHeader, createHttpBrowser } from "../helpers/http-browser.ts"

// Only the date is fake. Timers and the network use real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }))
afterEach(() => void vi.useRealTimers())

const advance = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

const respondProfile = (changes: object) => respondJson({ ...PROFILE, ...changes })

/** Signs in, with an identity that is revalidated after 60 seconds by default. */
async function startSignedIn(
  version: Version,
  { config = {}, options = { revalidate: { after: 60 } } } = {},
) {
  const bink = await startBinkServer()
  const app = await startAppWithBink(version, bink, config, options)
  const browser = createHttpBrowser()
  await browser.signIn(app.url)
  bink.requests.length = 0
  const readIdentity = async () =>
    ((await browser.session(app.url))?.user as { bink?: Record<string, unknown> } | undefined)?.bink
  const countRequests = () => bink.requests.filter(({ endpoint }) => endpoint === "user").length
  return { app, bink, browser, readIdentity, countRequests }
}

describe.each(VERSIONS)("revalidate in %s", (version) => {
  test("requests the profile once the identity is older than `after`, and not before", async () => {
    const { bink, readIdentity, countRequests } = await startSignedIn(version)
    bink.setResponses({ user: respondProfile({ verificationLevel: 2 }) })
    advance(59)
    const before = await readIdentity()
    expect(before).toHaveProperty("verificationLevel", 1)
    expect(countRequests()).toBe(0)
    advance(2)
    const after = await readIdentity()
    expect(after).toHaveProperty("verificationLevel", 2)
    expect(Number(after?.checkedAt) - Number(before?.checkedAt)).toBe(61)
    await readIdentity()
    expect(countRequests()).toBe(1)
  })

  test("sends one request for ten simultaneous reads of the session", async () => {
    const { bink, readIdentity, countRequests } = await startSignedIn(version)
    bink.setResponses({ user: respondProfile({ plan: "BUSINESS" }) })
    advance(61)
    const identities = await Promise.all(Array.from({ length: 10 }, readIdentity))
    expect(identities.map((bink) => bink?.plan)).toEqual(Array(10).fill("BUSINESS"))
    expect(countRequests()).toBe(1)
  })

  test("removes the identity permanently if Bink rejects the token, and keeps the session", async () => {
    const { app, bink, browser, readIdentity } = await startSignedIn(version)
    bink.setResponses({ user: respondJson({ error: "invalid_token" }, 401) })
    advance(61)
    expect(await readIdentity()).toBeUndefined()
    bink.setResponses({})
    advance(61)
    expect(await readIdentity()).toBeUndefined()
    expect((await browser.session(app.url))?.user?.name).toBe("Ada")
  })

  test.each<[string, Responder]>([
    ["HTTP 503", respondJson({ error: "unavailable" }, 503)],
    ["HTTP 429", respondJson({ error: "slow down" }, 429)],
    ["a connection reset", resetConnection],
    ["a body without an id", respondJson({})],
  ])(
    "keeps the identity and its checkedAt after %s, and retries after `after` seconds",
    async (_, outage) => {
      const { bink, readIdentity, countRequests } = await startSignedIn(version)
      const before = await readIdentity()
      bink.setResponses({ user: outage })
      advance(61)
      expect(await readIdentity()).toEqual(before)
      expect(await readIdentity()).toEqual(before)
      expect(countRequests()).toBe(1)
      bink.setResponses({ user: respondProfile({ verificationLevel: 2 }) })
      advance(61)
      expect(await readIdentity()).toHaveProperty("verificationLevel", 2)
    },
  )

  test("another instance of the app does not retry earlier after an outage", async () => {
    const { app, bink, browser, readIdentity, countRequests } = await startSignedIn(version)
    bink.setResponses({ user: respondJson({}, 503) })
    advance(61)
    await readIdentity()
    expect(countRequests()).toBe(1)
    const other = await startAppWithBink(version, bink, {}, { revalidate: { after: 60 } })
    for (const [name, value] of browser.cookies(app.url)) browser.cookies(other.url).set(name, value)
    expect((await browser.session(other.url))?.user).toHaveProperty("bink.id", PROFILE.id)
    expect(countRequests()).toBe(1)
  })

  test("removes the identity if Bink returns another user", async () => {
    const { bink, readIdentity } = await startSignedIn(version)
    bink.setResponses({ user: respondProfile({ id: "user-2", verificationLevel: 2 }) })
    advance(61)
    expect(await readIdentity()).toBeUndefined()
  })

  test.each<[string, WithBinkOptions | undefined, WithBinkOptions?]>([
    ["inner", { revalidate: { after: 0 } }],
    ["outer", undefined, { revalidate: { after: 0 } }],
    ["inner and the outer", { revalidate: { after: 0 } }, { revalidate: { after: 0 } }],
  ])("works in a config that is wrapped twice, with the option in the %s call", async (_, inner, outer) => {
    const bink = await startBinkServer()
    const config = withBink({ providers: [binkProvider(bink)] }, inner)
    const app = await startAppWithBink(version, bink, { ...config }, outer)
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    bink.setResponses({ user: respondProfile({ verificationLevel: 2 }) })
    const session = await browser.session(app.url)
    expect(session?.user).toHaveProperty("bink.verificationLevel", 2)
    expect(JSON.stringify(session)).not.toContain(SECRETS.accessToken)
  })

  test("sends no request after the access token expired, and keeps the identity and its checkedAt", async () => {
    const { readIdentity, countRequests } = await startSignedIn(version)
    const before = await readIdentity()
    advance(TOKENS.expires_in + 1)
    expect(await readIdentity()).toEqual(before)
    expect(countRequests()).toBe(0)
  })

  test("the session token contains the access token only with revalidate, and the session never does", async () => {
    for (const [options, isStored] of [
      [{}, false],
      [{ revalidate: { after: 60 } }, true],
    ] as const) {
      const tokens: string[] = []
      const encode = version === "next-auth 4" ? encode4 : encode5
      const config = {
        jwt: {
          encode(params: never) {
            tokens.push(JSON.stringify((params as { token: object }).token))
            return encode(params)
          },
        },
      }
      const { app, browser } = await startSignedIn(version, { config, options } as never)
      const session = JSON.stringify(await browser.session(app.url))
      expect(tokens.at(-1)?.includes(SECRETS.accessToken)).toBe(isStored)
      expect(session).toContain(PROFILE.id)
      expect(session).not.toContain(SECRETS.accessToken)
    }
  })

  test("the session cookie stays under 4,000 bytes with long tokens and profile fields", async () => {
    const bink = await startBinkServer()
    const long = {
      name: "N".repeat(200),
      username: "u".repeat(100),
      avatar: `https://bink.example/${"a".repeat(300)}`,
    }
    bink.setResponses({
      token: respondJson({ ...TOKENS, access_token: "t".repeat(2100) }),
      user: respondProfile(long),
    })
    const app = await startAppWithBink(version, bink, {}, { revalidate: { after: 60 } })
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.username", long.username)
    const sessionCookies = [...browser.cookies(app.url)].filter(([name]) => /session-token/.test(name))
    expect(sessionCookies).toHaveLength(1)
    expect(sessionCookies.flat().join("=").length).toBeLessThan(4000)
  })
})

test("an access token of another shape in the session token is ignored, and the identity is kept", async () => {
  const { callbacks } = withBink({ providers: [Bink], callbacks: {} }, { revalidate: { after: 60 } })
  const { jwt } = callbacks as { jwt(params: object): Promise<object> }
  const bink = { id: "user-1", username: null, plan: "FREE", verificationLevel: 1, checkedAt: 0 }
  expect(await jwt({ token: { bink, binkAccess: { token: SECRETS.accessToken } } })).toEqual({ bink })
})

test.each(VERSIONS)(
  "%s sends less than 8,000 bytes of cookies for the largest profile and token, and signs out",
  async (version) => {
    const largest = {
      id: `${'"'.repeat(125)}😀`,
      name: "語".repeat(500),
      username: "😀".repeat(500),
      email: `${"e".repeat(242)}@example.com`,
      avatar: `https://bink.example/${"a".repeat(2025)}`,
      plan: "BUSINESS",
    }
    const { app, bink, browser } = await startSignedIn(version)
    bink.setResponses({
      token: respondJson({ ...TOKENS, access_token: "t".repeat(2048) }),
      user: respondJson({ ...PROFILE, ...largest }),
    })
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toMatchObject({
      user: { email: largest.email, image: largest.avatar, bink: { id: largest.id, plan: "BUSINESS" } },
    })
    expect(cookieHeader(browser.cookies(app.url)).length).toBeLessThan(8000)
    await browser.signOut(app.url)
    expect((await browser.session(app.url))?.user).toBeUndefined()
  },
)

test.each([-1, Number.NaN, "60", undefined])(
  "withBink throws invalid_option for revalidate after %j",
  (after) => {
    expect(() => withBink({ providers: [] }, { revalidate: { after } as never })).toThrowError(
      expect.objectContaining({
        code: "invalid_option",
        message: expect.stringContaining("revalidate: { after }"),
      }),
    )
  },
)

describe("revalidate.store", () => {
  const START = 1_800_000_000_000

  /** Two instances of an app that share a store. */
  async function startInstances(store: RevalidationStore) {
    const bink = await startBinkServer()
    const options = { revalidate: { after: 60, store } }
    const first = await startAppWithBink("next-auth 5", bink, {}, options)
    const second = await startAppWithBink("next-auth 5", bink, {}, options)
    const browser = createHttpBrowser()
    await browser.signIn(first.url)
    bink.requests.length = 0
    // Cookies of a host are valid on every port; the test browser keeps them by port.
    for (const [name, value] of browser.cookies(first.url)) browser.cookies(second.url).set(name, value)
    const readIdentity = async (app: { url: string }) =>
      ((await browser.session(app.url))?.user as { bink?: Record<string, unknown> } | undefined)?.bink
    return { bink, first, second, readIdentity }
  }

  function createMapStore() {
    const entries = new Map<string, string>()
    const ttls: number[] = []
    return {
      entries,
      ttls,
      get: async (key: string) => entries.get(key) ?? null,
      async set(key: string, value: string, ttlSeconds: number) {
        entries.set(key, value)
        ttls.push(ttlSeconds)
      },
    }
  }

  test("shares one request between two instances, and stores neither the token nor its key", async () => {
    vi.setSystemTime(START)
    const store = createMapStore()
    const { bink, first, second, readIdentity } = await startInstances(store)
    bink.setResponses({ user: respondProfile({ verificationLevel: 2 }) })
    vi.setSystemTime(START + 61_000)
    const identity = await readIdentity(first)
    expect(identity).toMatchObject({ verificationLevel: 2, checkedAt: START / 1000 + 61 })
    vi.setSystemTime(START + 90_000)
    expect(await readIdentity(second)).toEqual(identity)
    expect(bink.requests).toHaveLength(1)
    expect(store.ttls).toEqual([60])
    expect(JSON.stringify([...store.entries])).not.toContain(SECRETS.accessToken)
  })

  test("reads values that the client of the store has parsed, like Upstash", async () => {
    vi.setSystemTime(START)
    const { entries, ...store } = createMapStore()
    const get = async (key: string) => JSON.parse(entries.get(key) ?? "null")
    const { bink, first, second, readIdentity } = await startInstances({ ...store, get })
    vi.setSystemTime(START + 61_000)
    expect(await readIdentity(first)).toHaveProperty("checkedAt", START / 1000 + 61)
    expect(await readIdentity(second)).toHaveProperty("checkedAt", START / 1000 + 61)
    expect(bink.requests).toHaveLength(1)
  })

  test.each([
    ["of another user", { result: { ...PROFILE, id: "user-2" }, completedAt: START / 1000 + 50 }],
    ["of the future", { result: { ...PROFILE, plan: "BUSINESS" }, completedAt: START }],
    ["older than `after`", { result: { ...PROFILE, plan: "BUSINESS" }, completedAt: START / 1000 }],
    ["without a time", { result: { ...PROFILE, plan: "BUSINESS" } }],
  ])("a stored result %s is not used", async (_, stored) => {
    vi.setSystemTime(START)
    const store = { get: async () => JSON.stringify(stored), set: async () => {} }
    const { bink, first, readIdentity } = await startInstances(store)
    bink.setResponses({ user: respondProfile({ verificationLevel: 2 }) })
    vi.setSystemTime(START + 61_000)
    expect(await readIdentity(first)).toMatchObject({
      id: PROFILE.id,
      plan: PROFILE.plan,
      verificationLevel: 2,
      checkedAt: START / 1000 + 61,
    })
  })

  test.each<[string, RevalidationStore]>([
    [
      "rejects",
      { get: () => Promise.reject(new Error("down")), set: () => Promise.reject(new Error("down")) },
    ],
    [
      "throws",
      {
        get: () => {
          throw new Error("down")
        },
        set: () => {
          throw new Error("down")
        },
      },
    ],
    ["never responds", { get: () => new Promise(() => {}), set: () => new Promise(() => {}) }],
    ["returns something else", { get: async () => '{"result":{"name":"x"}}', set: async () => {} }],
  ])("a store that %s is treated as empty", async (_, store) => {
    vi.setSystemTime(START)
    const { bink, first, readIdentity } = await startInstances(store)
    bink.setResponses({ user: respondProfile({ verificationLevel: 2 }) })
    vi.setSystemTime(START + 61_000)
    expect(await readIdentity(first)).toMatchObject({ verificationLevel: 2 })
  })

  test("a store without get or set throws invalid_option", () => {
    const store = {} as RevalidationStore
    expect(() => withBink({ providers: [Bink] }, { revalidate: { after: 60, store } })).toThrow(
      expect.objectContaining({ code: "invalid_option" }),
    )
  })
})
