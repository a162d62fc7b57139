import { describe, expect, test } from "vitest"
import { binkProvider, otherProvider, VERSIONS } from "../helpers/auth-apps.ts"
import { PROFILE, type Responses, resetConnection, respondJson } from "../helpers/bink-server.ts"
import { DATABASES, startAppWithDatabase } from "../helpers/databases/apps.ts"
import { countRows } from "../helpers/databases/database.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

const EMPTY = { users: 0, accounts: 0, sessions: 0 }

const FAULTS: [name: string, responses: Responses][] = [
  ["token endpoint: HTTP 500", { token: respondJson({ error: "server_error" }, 500) }],
  ["user endpoint: HTTP 503", { user: respondJson({ error: "later" }, 503) }],
  ["user endpoint: HTTP 401", { user: respondJson({ error: "unauthorized" }, 401) }],
  ["user endpoint: no id", { user: respondJson({ ...PROFILE, id: undefined }) }],
  ["user endpoint: an empty id", { user: respondJson({ ...PROFILE, id: "" }) }],
  ["user endpoint: HTTP 200 with an error", { user: respondJson({ error: "unauthorized" }) }],
  ["user endpoint: a connection reset", { user: resetConnection }],
]

describe.each(VERSIONS)("%s", (version) => {
  describe.each(DATABASES)("accounts in %s", (_, startDatabase) => {
    const start = startAppWithDatabase.bind(null, version, startDatabase, "with bink", { persist: true })

    test("a failed sign-in creates no user, no account and no session", async () => {
      const { app, bink, database } = await start()
      for (const [name, responses] of FAULTS) {
        bink.setResponses(responses)
        const browser = createHttpBrowser()
        const { url } = await browser.signIn(app.url)
        expect(url.searchParams.get("error"), name).toBeTruthy()
        expect(await countRows(database), name).toEqual(EMPTY)
        expect((await browser.session(app.url))?.user, name).toBeUndefined()
      }
    })

    test("a failed sign-in changes neither the user nor the session of an earlier sign-in", async () => {
      const { app, bink, database, browser } = await start()
      await browser.signIn(app.url)
      const before = await database.rows("users")
      for (const [name, responses] of FAULTS) {
        bink.setResponses(responses)
        await browser.signIn(app.url)
        expect(await database.rows("users"), name).toEqual(before)
      }
      expect(await countRows(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect(await browser.session(app.url)).toHaveProperty("user.bink.id", PROFILE.id)
    })

    test("a sign-in that the app's signIn callback denies creates and updates no user", async () => {
      let isAllowed = false
      const { app, bink, database } = await start(() => ({ callbacks: { signIn: () => isAllowed } }))
      const { url } = await createHttpBrowser().signIn(app.url)
      expect(url.searchParams.get("error")).toBe("AccessDenied")
      expect(await countRows(database)).toEqual(EMPTY)

      isAllowed = true
      await createHttpBrowser().signIn(app.url)
      const before = await database.rows("users")
      isAllowed = false
      bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel: 2 }) })
      await createHttpBrowser().signIn(app.url)
      expect(await database.rows("users")).toEqual(before)
    })

    test("a sign-in with the email of a user with another provider is rejected as OAuthAccountNotLinked", async () => {
      const { app, database, browser } = await start((bink) => ({
        providers: [{ ...otherProvider(bink), profile: profileWithEmail }, binkProvider(bink)],
      }))
      await createHttpBrowser().signIn(app.url, { provider: "other" })
      const before = await database.rows("users")
      expect(before).toMatchObject([{ email: "ada@example.com", bink: null }])

      const { url } = await browser.signIn(app.url)
      expect(url.searchParams.get("error")).toBe("OAuthAccountNotLinked")
      expect(await database.rows("users")).toEqual(before)
      expect(await countRows(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect((await browser.session(app.url))?.user).toBeUndefined()
    })

    test("an account has only the token fields that Bink documents", async () => {
      const { app, database, browser } = await start()
      await browser.signIn(app.url)
      const [account] = await database.rows("accounts")
      expect(account).toMatchObject({ provider: "bink", providerAccountId: PROFILE.id, type: "oauth" })
      expect(account).toMatchObject({ refresh_token: null, id_token: null, session_state: null })
    })
  })
})

const profileWithEmail = ({ id, name }: { id: string; name: string }) => ({
  id,
  name,
  email: "ada@example.com",
  image: null,
})

describe.each(VERSIONS)("an unverified email address in %s", (version) => {
  /** An attacker signs in with Bink and the victim's address. Then the victim signs in with a trusted provider. */
  async function signInAsAttackerAndVictim(omitEmail: boolean) {
    const [, startSqlite] = DATABASES[0] as (typeof DATABASES)[number]
    const { app, database } = await startAppWithDatabase(
      version,
      startSqlite,
      "with bink",
      { persist: true },
      (bink) => ({
        providers: [
          binkProvider(bink, { omitEmail }),
          {
            ...otherProvider(bink),
            allowDangerousEmailAccountLinking: true,
            profile: ({ id, email }: { id: string; email: string }) => ({
              id,
              name: "Victim",
              email: email.toLowerCase(),
            }),
          },
        ],
      }),
    )
    await createHttpBrowser().signIn(app.url)
    const victim = createHttpBrowser()
    await victim.signIn(app.url, { provider: "other" })
    return { rows: await countRows(database), session: await victim.session(app.url) }
  }

  test("joins two users' accounts if another provider links by email", async () => {
    const { rows, session } = await signInAsAttackerAndVictim(false)
    expect(rows).toMatchObject({ users: 1, accounts: 2 })
    expect(session).toHaveProperty("user.bink.id", PROFILE.id)
  })

  test("does not join them with omitEmail", async () => {
    const { rows, session } = await signInAsAttackerAndVictim(true)
    expect(rows).toMatchObject({ users: 2, accounts: 2 })
    expect(session?.user).not.toHaveProperty("bink")
  })
})
