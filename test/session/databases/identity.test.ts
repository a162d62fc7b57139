import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { PROFILE } from "../../provider/bink-server.ts"
import { createBrowser } from "../../provider/browser.ts"
import { binkAt, versions } from "../apps.ts"
import { elsewhere } from "../elsewhere.ts"
import { PASSWORD_HASH } from "./database.ts"
import { startStockPostgres } from "./postgres.ts"
import { count, DATABASES, sayOfThem, startAppWithDatabase } from "./stage.ts"

const PERSON = { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" }
const IDENTITY = { id: PROFILE.id, username: "ada", plan: "VERIFIED", verificationLevel: 1 }

/** The clock alone: the network and the databases keep to real time. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 }))
afterEach(() => void vi.useRealTimers())

describe.each(versions)("%s", (version) => {
  describe.each(DATABASES)("%s", (_, startDatabase) => {
    const start = startAppWithDatabase.bind(null, version, startDatabase)
    const persist = true

    test("without persist the adapter's own tables do, and nobody has an identity", async () => {
      const { app, database, browser } = await start("default")
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toEqual({ user: PERSON, expires: expect.any(String) })
      expect(await count(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect(app.log).toEqual([])
    })

    test("the browser is sent who the person is, and nothing else of what is stored", async () => {
      const { app, database, browser } = await start("with bink", { persist })
      await browser.signIn(app.url)
      const { text } = await browser.go(`${app.url}/api/auth/session`)
      expect(JSON.parse(text)).toEqual({
        user: { ...PERSON, bink: { ...IDENTITY, checkedAt: 1_800_000_000 } },
        expires: expect.any(String),
      })
      const [session] = await database.rows("sessions")
      const [user] = await database.rows("users")
      expect(user).toHaveProperty("passwordHash", PASSWORD_HASH)
      expect(text).not.toContain(PASSWORD_HASH)
      expect(text).not.toContain(session?.sessionToken)
      expect(app.log).toEqual([])
    })

    test("the next sign-in brings it up to date, and leaves the rest of the row alone", async () => {
      const { app, bink, database, browser } = await start("with bink", { persist })
      await browser.signIn(app.url)
      await database.updateUsers("name = 'Countess'")
      const [before] = await database.rows("users")

      vi.setSystemTime(Date.now() + 3_600_000)
      sayOfThem(bink, { verificationLevel: 2, plan: "BUSINESS" })
      await createBrowser().signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({
        user: {
          ...PERSON,
          name: "Countess",
          bink: { ...IDENTITY, verificationLevel: 2, plan: "BUSINESS", checkedAt: 1_800_003_600 },
        },
      })
      expect(await count(database)).toEqual({ users: 1, accounts: 1, sessions: 2 })
      expect(await database.rows("users")).toEqual([{ ...before, bink: expect.anything() }])
      expect(before).toMatchObject({ ...PERSON, name: "Countess" })
    })

    test("without the column sign-in goes on, and the log names what to do", async () => {
      const { app, database, browser } = await start("default", { persist })
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toEqual({ user: PERSON, expires: expect.any(String) })
      expect(await count(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect(app.log).toEqual([expect.stringMatching(/Add a nullable JSON column `bink` to the users table/)])
      expect(app.log.join()).not.toMatch(/person-1|ada@|\bAda\b/)
    })

    test("what else may be in the column is nobody's identity", async () => {
      const { app, database, browser } = await start("with bink", { persist })
      await browser.signIn(app.url)
      for (const content of ["null", "'7'", "'{}'", `'{"id":"person-1","verificationLevel":2}'`]) {
        await database.updateUsers(`bink = ${content}`)
        expect(await browser.session(app.url)).toEqual({ user: PERSON, expires: expect.any(String) })
      }
    })

    test("a column that is there without persist is not sent to the browser", async () => {
      const { app, database, browser } = await start("with bink")
      await browser.signIn(app.url)
      for (const content of [{ note: "of the app" }, { ...IDENTITY, checkedAt: 1_800_000_000 }]) {
        await database.updateUsers(`bink = '${JSON.stringify(content)}'`)
        expect(await browser.session(app.url)).toEqual({ user: PERSON, expires: expect.any(String) })
      }
    })

    test("a session callback of the app's own is given the identity, and decides what is sent", async () => {
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

    test("beside JWT sessions persist is harmless", async () => {
      const { app, database, browser } = await start("default", { persist }, () => ({
        session: { strategy: "jwt" },
      }))
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({ user: { ...PERSON, bink: IDENTITY } })
      expect(await count(database)).toEqual({ users: 1, accounts: 1, sessions: 0 })
      expect(app.log).toEqual([])
    })

    test("an identity belongs to the user: another who comes next in the same browser has none", async () => {
      const { app, bink, database, browser } = await start("with bink", { persist }, (bink) => ({
        providers: [elsewhere(bink), binkAt(bink)],
      }))
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toHaveProperty("user.bink")
      const { csrfToken } = JSON.parse((await browser.go(`${app.url}/api/auth/csrf`)).text)
      await browser.go(`${app.url}/api/auth/signout`, {
        method: "POST",
        body: new URLSearchParams({ csrfToken }),
      })
      sayOfThem(bink, { id: "person-2", name: "Grace" })
      await browser.signIn(app.url, undefined, "elsewhere")
      const session = await browser.session(app.url)
      expect(session?.user?.name).toBe("Grace")
      expect(session?.user).not.toHaveProperty("bink")
      expect(await count(database)).toEqual({ users: 2, accounts: 2, sessions: 1 })
    })

    test("a user who came another way and then links Bink has an identity from then on", async () => {
      const { app, database, browser } = await start("with bink", { persist }, (bink) => ({
        providers: [elsewhere(bink), binkAt(bink)],
      }))
      await browser.signIn(app.url, undefined, "elsewhere")
      expect((await browser.session(app.url))?.user).not.toHaveProperty("bink")
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({ user: { name: "Ada", bink: IDENTITY } })
      // It is the user's: also where the same person comes the other way again.
      await browser.signIn(app.url, undefined, "elsewhere")
      expect(await browser.session(app.url)).toHaveProperty("user.bink.checkedAt", 1_800_000_000)
      expect(await count(database)).toMatchObject({ users: 1, accounts: 2 })
    })

    test("no other provider's profile brings an identity into the column", async () => {
      const forged = { ...PROFILE, verificationLevel: 2, checkedAt: 1_800_000_000 }
      const { app, browser } = await start("with bink", { persist }, (bink) => ({
        providers: [
          {
            ...elsewhere(bink),
            profile: ({ id }: { id: string }) => ({ id, name: "Mallory", email: null, bink: forged }),
          },
        ],
      }))
      await browser.signIn(app.url, undefined, "elsewhere")
      const session = await browser.session(app.url)
      expect(session?.user?.name).toBe("Mallory")
      expect(session?.user).not.toHaveProperty("bink")
    })
  })

  test("where an adapter's updateUser leaves the column out, the log says so", async () => {
    const { app, browser } = await startAppWithDatabase(version, startStockPostgres, "with bink", {
      persist: true,
    })
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toEqual({ user: PERSON, expires: expect.any(String) })
    expect(app.log).toEqual([expect.stringMatching(/check that the adapter's updateUser writes it/)])
  })
})
