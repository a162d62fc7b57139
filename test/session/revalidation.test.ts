import { withBink } from "authjs-bink"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { type Answer, json, PROFILE, SECRETS, startBinkServer, TOKENS } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { startAppWithBink, versions } from "./apps.ts"

const running: { close(): Promise<void> }[] = []

/** The clock alone: the network keeps to real time. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }))
afterEach(async () => {
  vi.useRealTimers()
  for (const server of running.splice(0)) await server.close()
})

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

async function signedIn(
  version: (typeof versions)[number],
  { config = {}, options = { revalidate: { after: 60 } } } = {},
) {
  const bink = await startBinkServer()
  const app = await startAppWithBink(version, bink, config, options)
  running.push(bink, app)
  const browser = createBrowser()
  await browser.signIn(app.url)
  bink.requests.length = 0
  const identity = async () =>
    ((await browser.session(app.url))?.user as { bink?: Record<string, unknown> } | undefined)?.bink
  const asked = () => bink.requests.filter(({ endpoint }) => endpoint === "user").length
  return { app, bink, browser, identity, asked }
}

const answer =
  (change: object): Answer =>
  (response) =>
    json(response, { ...PROFILE, ...change })

describe.each(versions)("%s", (version) => {
  test("Bink is asked again once the time has come, and not before", async () => {
    const { bink, identity, asked } = await signedIn(version)
    bink.misbehave({ user: answer({ verificationLevel: 2 }) })
    pass(59)
    const early = await identity()
    expect(early).toHaveProperty("verificationLevel", 1)
    expect(asked()).toBe(0)
    pass(2)
    const late = await identity()
    expect(late).toHaveProperty("verificationLevel", 2)
    expect(Number(late?.checkedAt) - Number(early?.checkedAt)).toBe(61)
    await identity()
    expect(asked()).toBe(1)
  })

  test("many looks at once ask once", async () => {
    const { bink, identity, asked } = await signedIn(version)
    bink.misbehave({ user: answer({ plan: "BUSINESS" }) })
    pass(61)
    const looks = await Promise.all(Array.from({ length: 10 }, identity))
    expect(looks.map((bink) => bink?.plan)).toEqual(Array(10).fill("BUSINESS"))
    expect(asked()).toBe(1)
  })

  test("a refusal drops the identity for good, and the person stays signed in", async () => {
    const { app, bink, browser, identity } = await signedIn(version)
    bink.misbehave({ user: (response) => json(response, { error: "invalid_token" }, 401) })
    pass(61)
    expect(await identity()).toBeUndefined()
    bink.misbehave({})
    pass(61)
    expect(await identity()).toBeUndefined()
    expect((await browser.session(app.url))?.user?.name).toBe("Ada")
  })

  test.each<[string, Answer]>([
    ["a 503", (response) => json(response, { error: "unavailable" }, 503)],
    ["a 429", (response) => json(response, { error: "slow down" }, 429)],
    ["a reset", (response) => response.socket?.resetAndDestroy()],
    ["a body that names nobody", (response) => json(response, {})],
  ])("%s keeps the identity as old as it is, and waits for its time again", async (_, outage) => {
    const { bink, identity, asked } = await signedIn(version)
    const before = await identity()
    bink.misbehave({ user: outage })
    pass(61)
    expect(await identity()).toEqual(before)
    expect(await identity()).toEqual(before)
    expect(asked()).toBe(1)
    bink.misbehave({ user: answer({ verificationLevel: 2 }) })
    pass(61)
    expect(await identity()).toHaveProperty("verificationLevel", 2)
  })

  test("another instance of the app waits likewise after an outage: the session itself remembers", async () => {
    const { app, bink, browser, identity, asked } = await signedIn(version)
    bink.misbehave({ user: (response) => json(response, {}, 503) })
    pass(61)
    await identity()
    expect(asked()).toBe(1)
    const other = await startAppWithBink(version, bink, {}, { revalidate: { after: 60 } })
    running.push(other)
    for (const [name, value] of browser.cookies(app.url)) browser.cookies(other.url).set(name, value)
    expect((await browser.session(other.url))?.user).toHaveProperty("bink.id", PROFILE.id)
    expect(asked()).toBe(1)
  })

  test("someone else's answer drops the identity", async () => {
    const { bink, identity } = await signedIn(version)
    bink.misbehave({ user: answer({ id: "person-2", verificationLevel: 2 }) })
    pass(61)
    expect(await identity()).toBeUndefined()
  })

  test("after the token's life nobody is asked, and the identity says how old it is", async () => {
    const { identity, asked } = await signedIn(version)
    const before = await identity()
    pass(TOKENS.expires_in + 1)
    expect(await identity()).toEqual(before)
    expect(asked()).toBe(0)
  })

  test("the access token is in the session's cookie only where it is needed, and never in the session", async () => {
    for (const [options, isKept] of [
      [{}, false],
      [{ revalidate: { after: 60 } }, true],
    ] as const) {
      const tokens: string[] = []
      const config = {
        callbacks: {
          jwt({ token }: { token: object }) {
            tokens.push(JSON.stringify(token))
            return token
          },
        },
      }
      const { app, browser } = await signedIn(version, { config, options } as never)
      const session = JSON.stringify(await browser.session(app.url))
      expect(tokens.at(-1)?.includes(SECRETS.accessToken)).toBe(isKept)
      expect(session).toContain(PROFILE.id)
      expect(session).not.toContain(SECRETS.accessToken)
    }
  })

  test("the session's cookie stays under 4 kB, whatever Bink says", async () => {
    const bink = await startBinkServer()
    const long = {
      name: "N".repeat(200),
      username: "u".repeat(100),
      avatar: `https://bink.example/${"a".repeat(300)}`,
    }
    bink.misbehave({
      token: (response) => json(response, { ...TOKENS, access_token: "t".repeat(2100) }),
      user: answer(long),
    })
    const app = await startAppWithBink(version, bink, {}, { revalidate: { after: 60 } })
    running.push(bink, app)
    const browser = createBrowser()
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user).toHaveProperty("bink.username", long.username)
    const sessionCookies = [...browser.cookies(app.url)].filter(([name]) => /session-token/.test(name))
    expect(sessionCookies).toHaveLength(1)
    expect(sessionCookies.flat().join("=").length).toBeLessThan(4000)
  })
})

test.each([-1, Number.NaN, "60", undefined])(
  "revalidate after %j is refused when the app starts",
  (after) => {
    expect(() => withBink({ providers: [] }, { revalidate: { after } as never })).toThrowError(
      expect.objectContaining({
        code: "invalid_option",
        message: expect.stringContaining("revalidate: { after }"),
      }),
    )
  },
)
