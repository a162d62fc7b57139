import { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { AUTH_SECRET, binkProvider, otherProvider, startAppWithBink, VERSIONS } from "../helpers/auth-apps.ts"
import { PROFILE, respondJson, startBinkServer } from "../helpers/bink-server.ts"
import { DATABASES, startAppWithDatabase } from "../helpers/databases/apps.ts"
import { countRows, PASSWORD_HASH } from "../helpers/databases/database.ts"
import { startPostgresWithoutBinkColumn } from "../helpers/databases/postgres.ts"
import { startSqlite } from "../helpers/databases/sqlite.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"
import { createMemoryAdapter } from "../helpers/memory-adapter.ts"
import { readAuth } from "../helpers/next-auth-5.ts"

const USER = { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" }
const IDENTITY = { id: PROFILE.id, username: "ada", plan: "VERIFIED", verificationLevel: 1 }

// Only the date is fake. Timers, the network and the databases use real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 }))
afterEach(() => void vi.useRealTimers())

describe.each(VERSIONS)("%s", (version) => {
  describe.each(DATABASES)("database sessions in %s", (_, startDatabase) => {
    const start = startAppWithDatabase.bind(null, version, startDatabase)
    const persist = true

    test("without persist, the adapter's default tables are enough and the session has no identity", async () => {
      const { app, database, browser } = await start("default")
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toEqual({ user: USER, expires: expect.any(String) })
      expect(await countRows(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect(app.log).toEqual([])
    })

    test("persist sends the identity to the browser, and no other column of the user", async () => {
      const { app, database, browser } = await start("with bink", { persist })
      await browser.signIn(app.url)
      const { text } = await browser.goto(`${app.url}/api/auth/session`)
      expect(JSON.parse(text)).toEqual({
        user: { ...USER, bink: { ...IDENTITY, checkedAt: 1_800_000_000 } },
        expires: expect.any(String),
      })
      const [session] = await database.rows("sessions")
      const [user] = await database.rows("users")
      expect(user).toHaveProperty("passwordHash", PASSWORD_HASH)
      expect(text).not.toContain(PASSWORD_HASH)
      expect(text).not.toContain(session?.sessionToken)
      expect(app.log).toEqual([])
    })

    test("persist updates the identity at the next sign-in, and no other column of the user", async () => {
      const { app, bink, database, browser } = await start("with bink", { persist })
      await browser.signIn(app.url)
      await database.updateUsers("name = 'Countess'")
      const [before] = await database.rows("users")

      vi.setSystemTime(Date.now() + 3_600_000)
      bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel: 2, plan: "BUSINESS" }) })
      await createHttpBrowser().signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({
        user: {
          ...USER,
          name: "Countess",
          bink: { ...IDENTITY, verificationLevel: 2, plan: "BUSINESS", checkedAt: 1_800_003_600 },
        },
      })
      expect(await countRows(database)).toEqual({ users: 1, accounts: 1, sessions: 2 })
      expect(await database.rows("users")).toEqual([{ ...before, bink: expect.anything() }])
      expect(before).toMatchObject({ ...USER, name: "Countess" })
    })

    test("persist without the bink column still signs in, and logs the fix without user data", async () => {
      const { app, database, browser } = await start("default", { persist })
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toEqual({ user: USER, expires: expect.any(String) })
      expect(await countRows(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect(app.log).toEqual([
        expect.stringMatching(/Add a nullable JSON or text column `bink` to the users table/),
      ])
      expect(app.log.join()).not.toMatch(/user-1|ada@|\bAda\b/)
    })

    test("persist ignores a bink column that is not an identity", async () => {
      const { app, database, browser } = await start("with bink", { persist })
      await browser.signIn(app.url)
      for (const content of ["null", "'7'", "'{}'", `'{"id":"user-1","verificationLevel":2}'`]) {
        await database.updateUsers(`bink = ${content}`)
        expect(await browser.session(app.url)).toEqual({ user: USER, expires: expect.any(String) })
      }
    })

    test("without persist, the bink column is not sent to the browser", async () => {
      const { app, database, browser } = await start("with bink")
      await browser.signIn(app.url)
      for (const content of [{ note: "of the app" }, { ...IDENTITY, checkedAt: 1_800_000_000 }]) {
        await database.updateUsers(`bink = '${JSON.stringify(content)}'`)
        expect(await browser.session(app.url)).toEqual({ user: USER, expires: expect.any(String) })
      }
    })

    test("persist passes the identity to the app's session callback, whose result is sent", async () => {
      const { app, browser } = await start("with bink", { persist }, () => ({
        callbacks: {
          session({ session: { user, expires } }: { session: { user: { bink?: object }; expires: string } }) {
            return { user: { verified: user.bink }, expires }
          },
        },
      }))
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toEqual({
        user: { verified: { ...IDENTITY, checkedAt: 1_800_000_000 } },
        expires: expect.any(String),
      })
    })

    test("persist has no effect with JWT sessions", async () => {
      const { app, database, browser } = await start("default", { persist }, () => ({
        session: { strategy: "jwt" },
      }))
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({ user: { ...USER, bink: IDENTITY } })
      expect(await countRows(database)).toEqual({ users: 1, accounts: 1, sessions: 0 })
      expect(app.log).toEqual([])
    })

    test("a second user in the same browser does not get the first user's identity", async () => {
      const { app, bink, database, browser } = await start("with bink", { persist }, (bink) => ({
        providers: [otherProvider(bink), binkProvider(bink)],
      }))
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toHaveProperty("user.bink")
      await browser.signOut(app.url)
      bink.setResponses({ user: respondJson({ ...PROFILE, id: "user-2", name: "Grace" }) })
      await browser.signIn(app.url, { provider: "other" })
      const session = await browser.session(app.url)
      expect(session?.user?.name).toBe("Grace")
      expect(session?.user).not.toHaveProperty("bink")
      expect(await countRows(database)).toEqual({ users: 2, accounts: 2, sessions: 1 })
    })

    test("a user of another provider who links Bink has the identity from then on, with both providers", async () => {
      const { app, database, browser } = await start("with bink", { persist }, (bink) => ({
        providers: [otherProvider(bink), binkProvider(bink)],
      }))
      await browser.signIn(app.url, { provider: "other" })
      expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({ user: { name: "Ada", bink: IDENTITY } })
      await browser.signIn(app.url, { provider: "other" })
      expect(await browser.session(app.url)).toHaveProperty("user.bink.checkedAt", 1_800_000_000)
      expect(await countRows(database)).toMatchObject({ users: 1, accounts: 2 })
    })

    test("persist ignores a bink property in another provider's profile", async () => {
      const forged = { ...PROFILE, verificationLevel: 2, checkedAt: 1_800_000_000 }
      const { app, browser } = await start("with bink", { persist }, (bink) => ({
        providers: [
          {
            ...otherProvider(bink),
            profile: ({ id }: { id: string }) => ({ id, name: "Mallory", email: null, bink: forged }),
          },
        ],
      }))
      await browser.signIn(app.url, { provider: "other" })
      const session = await browser.session(app.url)
      expect(session?.user?.name).toBe("Mallory")
      expect(session?.user).not.toHaveProperty("bink")
    })
  })

  test("persist logs a warning if the adapter's updateUser does not write the bink column", async () => {
    const { app, browser } = await startAppWithDatabase(
      version,
      startPostgresWithoutBinkColumn,
      "with bink",
      { persist: true },
    )
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toEqual({ user: USER, expires: expect.any(String) })
    expect(app.log).toEqual([expect.stringMatching(/check that the adapter's updateUser writes it/)])
  })
})

describe("persist with an adapter whose database", () => {
  type Row = Record<string, unknown>

  async function signIn(changes: (adapter: ReturnType<typeof createMemoryAdapter>["adapter"]) => object) {
    const bink = await startBinkServer()
    const { adapter } = createMemoryAdapter()
    const config = { adapter: { ...adapter, ...changes(adapter) }, session: { strategy: "database" } }
    const app = await startAppWithBink("next-auth 5", bink, config, { persist: true })
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    return { app, browser, session: await browser.session(app.url) }
  }

  test("cannot bind an object, like SQLite, stores the identity as text", async () => {
    const written: unknown[] = []
    const { app, browser, session } = await signIn(({ updateUser }) => ({
      async updateUser(user: Row) {
        if (typeof user.bink === "object") throw new TypeError("SQLite3 can only bind numbers and strings")
        written.push(user.bink)
        return updateUser(user)
      },
    }))
    expect(written).toEqual([JSON.stringify({ ...IDENTITY, checkedAt: 1_800_000_000 })])
    expect(session).toHaveProperty("user.bink", { ...IDENTITY, checkedAt: 1_800_000_000 })
    await browser.signIn(app.url)
    expect(written).toHaveLength(2)
    expect(app.log).toEqual([])
  })

  test("has no bink column, like TypeORM's save(), which returns its input, logs bink_not_kept", async () => {
    const { app, session } = await signIn(() => ({ updateUser: async (user: Row) => user }))
    expect(session?.user).not.toHaveProperty("bink")
    expect(app.log).toEqual([expect.stringMatching(/^bink_not_kept: .* text column `bink`/)])
  })
})

describe.each(VERSIONS)("database sessions in %s, with an adapter that", (version) => {
  type Row = Record<string, unknown>

  async function signIn(persist: boolean, change: (found: { session: Row; user: Row }) => object) {
    const bink = await startBinkServer()
    const { adapter } = createMemoryAdapter()
    const getSessionAndUser = async (token: string) => {
      const found = await adapter.getSessionAndUser(token)
      return found?.user && change({ session: found.session, user: found.user })
    }
    const app = await startAppWithBink(
      version,
      bink,
      { adapter: { ...adapter, getSessionAndUser }, session: { strategy: "database" } },
      { persist },
    )
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    const readSession = () => browser.session(app.url)
    return { session: await readSession(), readSession, log: app.log }
  }

  test.each([false, true])(
    "returns no session token does not send the user's columns to the browser, persist %s",
    async (persist) => {
      const { session } = await signIn(persist, ({ session: { sessionToken: _, ...session }, user }) => ({
        session,
        user: { ...user, passwordHash: PASSWORD_HASH },
      }))
      expect(session?.user).toMatchObject(USER)
      expect(JSON.stringify(session)).not.toContain(PASSWORD_HASH)
    },
  )

  test("leaves the bink column out of getSessionAndUser logs bink_not_kept once", async () => {
    const { session, log, readSession } = await signIn(true, ({ session, user: { bink: _, ...user } }) => ({
      session,
      user,
    }))
    expect(session?.user).toEqual(USER)
    await readSession()
    expect(log).toEqual([expect.stringMatching(/^bink_not_kept: .*getSessionAndUser returns it/)])
  })

  test("returns frozen instances of a class keeps the user and adds the identity", async () => {
    class User {
      readonly #row: Row
      constructor(row: Row) {
        this.#row = row
      }
      get id() {
        return this.#row.id
      }
      get name() {
        return this.#row.name
      }
      get email() {
        return this.#row.email
      }
      get image() {
        return this.#row.image
      }
      get bink() {
        return this.#row.bink
      }
    }
    const { session, log } = await signIn(true, ({ session, user }) => ({
      session: Object.freeze(session),
      user: Object.freeze(new User(user)),
    }))
    expect(session?.user).toEqual({ ...USER, bink: { ...IDENTITY, checkedAt: 1_800_000_000 } })
    expect(log).toEqual([])
  })
})

test("auth() of next-auth 5 returns the same session with withBink as without, the user's id included", async () => {
  const { app, bink, database, browser } = await startAppWithDatabase(
    "next-auth 5",
    startSqlite,
    "with bink",
    { persist: true },
    () => ({ trustHost: true }),
  )
  await browser.signIn(app.url)

  const config = {
    providers: [binkProvider(bink)],
    adapter: database.connect(),
    secret: AUTH_SECRET,
    trustHost: true,
  }
  const expected = await readAuth(NextAuth({ ...config }).auth, app.url, browser)
  const session = await readAuth(NextAuth(withBink({ ...config }, { persist: true })).auth, app.url, browser)
  expect(expected?.user).toHaveProperty("id")
  expect(session).toEqual(expected)
})
