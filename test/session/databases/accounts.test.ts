import { describe, expect, test } from "vitest"
import { json, type Misbehaviour, PROFILE } from "../../provider/bink-server.ts"
import { createBrowser } from "../../provider/browser.ts"
import { binkAt, versions } from "../apps.ts"
import { elsewhere } from "../elsewhere.ts"
import { count, DATABASES, startAppWithDatabase } from "./stage.ts"

const NOTHING = { users: 0, accounts: 0, sessions: 0 }

const faults: [name: string, misbehaviour: Misbehaviour][] = [
  ["the token endpoint fails", { token: (response) => json(response, { error: "server_error" }, 500) }],
  ["the user endpoint is unavailable", { user: (response) => json(response, { error: "later" }, 503) }],
  ["the token is refused", { user: (response) => json(response, { error: "unauthorized" }, 401) }],
  ["the profile names nobody", { user: (response) => json(response, { ...PROFILE, id: undefined }) }],
  ["the profile's id is empty", { user: (response) => json(response, { ...PROFILE, id: "" }) }],
  ["the answer is an error in a 200", { user: (response) => json(response, { error: "unauthorized" }) }],
  ["the connection breaks", { user: (response) => response.socket?.resetAndDestroy() }],
]

describe.each(versions)("%s", (version) => {
  describe.each(DATABASES)("%s", (_, startDatabase) => {
    const start = startAppWithDatabase.bind(null, version, startDatabase, "with bink", { persist: true })

    test("a sign-in that fails leaves no user, no account and no session", async () => {
      const { app, bink, database } = await start()
      for (const [name, misbehaviour] of faults) {
        bink.misbehave(misbehaviour)
        const browser = createBrowser()
        const { url } = await browser.signIn(app.url)
        expect(url.searchParams.get("error"), name).toBeTruthy()
        expect(await count(database), name).toEqual(NOTHING)
        expect((await browser.session(app.url))?.user, name).toBeUndefined()
      }
    })

    test("a sign-in that fails changes nothing about who came before", async () => {
      const { app, bink, database, browser } = await start()
      await browser.signIn(app.url)
      const before = await database.rows("users")
      for (const [name, misbehaviour] of faults) {
        bink.misbehave(misbehaviour)
        await browser.signIn(app.url)
        expect(await database.rows("users"), name).toEqual(before)
      }
      expect(await count(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect(await browser.session(app.url)).toHaveProperty("user.bink.id", PROFILE.id)
    })

    test("someone whom the app refuses is not kept, and not brought up to date", async () => {
      let isWelcome = false
      const { app, bink, database } = await start(() => ({ callbacks: { signIn: () => isWelcome } }))
      const { url } = await createBrowser().signIn(app.url)
      expect(url.searchParams.get("error")).toBe("AccessDenied")
      expect(await count(database)).toEqual(NOTHING)

      isWelcome = true
      await createBrowser().signIn(app.url)
      const before = await database.rows("users")
      isWelcome = false
      bink.misbehave({ user: (response) => json(response, { ...PROFILE, verificationLevel: 2 }) })
      await createBrowser().signIn(app.url)
      expect(await database.rows("users")).toEqual(before)
    })

    test("an e-mail that belongs to another provider's account opens no door", async () => {
      const { app, database, browser } = await start((bink) => ({
        providers: [{ ...elsewhere(bink), profile: profileWithEmail }, binkAt(bink)],
      }))
      await createBrowser().signIn(app.url, undefined, "elsewhere")
      const before = await database.rows("users")
      expect(before).toMatchObject([{ email: "ada@example.com", bink: null }])

      const { url } = await browser.signIn(app.url)
      expect(url.searchParams.get("error")).toBe("OAuthAccountNotLinked")
      expect(await database.rows("users")).toEqual(before)
      expect(await count(database)).toEqual({ users: 1, accounts: 1, sessions: 1 })
      expect((await browser.session(app.url))?.user).toBeUndefined()
    })

    test("an account keeps what Bink documents of a token, and no more", async () => {
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
