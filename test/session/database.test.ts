import { afterEach, describe, expect, test } from "vitest"
import { json, PROFILE, startBinkServer } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { startAppWithBink, versions } from "./apps.ts"
import { startPostgres, startSqlite } from "./databases.ts"

const databases = { "SQLite through Drizzle": startSqlite, "PostgreSQL through pg": startPostgres }

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

describe.each(versions)("%s", (version) => {
  describe.each(Object.entries(databases))("%s", (_, startDatabase) => {
    async function start({ hasColumn, persist }: { hasColumn: boolean; persist: boolean }) {
      const bink = await startBinkServer()
      const database = await startDatabase({ hasColumn })
      const app = await startAppWithBink(version, bink, { adapter: database.adapter }, { persist })
      running.push(bink, app, database)
      return { bink, database, app }
    }

    test("shows who the person is, and nothing else of what is stored", async () => {
      const { app } = await start({ hasColumn: true, persist: true })
      const browser = createBrowser()
      await browser.signIn(app.url)
      expect(app.log).toEqual([])
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
            checkedAt: expect.any(Number),
          },
        },
        expires: expect.any(String),
      })
    })

    test("is brought up to date by the next sign-in", async () => {
      const { bink, app, database } = await start({ hasColumn: true, persist: true })
      await createBrowser().signIn(app.url)
      bink.misbehave({ user: (response) => json(response, { ...PROFILE, verificationLevel: 2 }) })
      const browser = createBrowser()
      await browser.signIn(app.url)
      expect(await browser.session(app.url)).toMatchObject({ user: { bink: { verificationLevel: 2 } } })
      expect(await database.rows("user")).toHaveLength(1)
    })

    test("signs in without the column, and says what is missing", async () => {
      const { app } = await start({ hasColumn: false, persist: true })
      const browser = createBrowser()
      await browser.signIn(app.url)
      expect(app.log).toEqual([expect.stringContaining("bink_not_kept")])
      expect(app.log.join()).not.toContain(PROFILE.id)
      expect(await browser.session(app.url)).toEqual({
        user: { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" },
        expires: expect.any(String),
      })
    })

    test("keeps nothing, and says nothing, where that was not asked for", async () => {
      const { app } = await start({ hasColumn: false, persist: false })
      const browser = createBrowser()
      await browser.signIn(app.url)
      expect(app.log).toEqual([])
      expect(await browser.session(app.url)).toEqual({
        user: { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" },
        expires: expect.any(String),
      })
    })

    test("leaves no user and no account of a sign-in that failed", async () => {
      const { bink, app, database } = await start({ hasColumn: true, persist: true })
      bink.misbehave({ user: (response) => json(response, { error: "unauthorized" }) })
      const browser = createBrowser()
      await browser.signIn(app.url)
      expect(await database.rows("user")).toEqual([])
      expect(await database.rows("account")).toEqual([])
    })
  })
})
