import { withBink } from "authjs-bink"
import { NextRequest } from "next/server.js"
import NextAuth from "next-auth"
import { afterEach, expect, test } from "vitest"
import { sendBack, startBinkServer } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { binkAt, startAppWithBink, versions } from "./apps.ts"
import { startSqlite } from "./databases/sqlite.ts"

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

test("next-auth 5's auth() keeps what it gave without us, the user's id included", async () => {
  const bink = await startBinkServer()
  const database = await startSqlite("with bink")
  const app = await startAppWithBink(
    "next-auth 5",
    bink,
    { adapter: database.connect(), trustHost: true },
    { persist: true },
  )
  running.push(bink, app, database)
  const browser = createBrowser()
  await browser.signIn(app.url)

  const config = {
    providers: [binkAt(bink)],
    adapter: database.connect(),
    secret: "a-secret-of-the-tests-and-nobody-else",
    trustHost: true,
  }
  const cookie = [...browser.cookies(app.url)].map(([name, value]) => `${name}=${value}`).join("; ")
  const seenBy = async (auth: ReturnType<typeof NextAuth>["auth"]) => {
    let seen: unknown
    const handler = auth((request) => {
      seen = request.auth
      return new Response()
    })
    await handler(
      new NextRequest(`${app.url}/page`, {
        headers: { cookie, host: new URL(app.url).host, "x-forwarded-proto": "http" },
      }),
      {
        params: Promise.resolve({}),
      },
    )
    return seen as Record<string, unknown>
  }
  const without = await seenBy(NextAuth({ ...config }).auth)
  const withUs = await seenBy(NextAuth(withBink({ ...config }, { persist: true })).auth)
  expect(without.user).toHaveProperty("id")
  expect(withUs).toEqual(without)
})

test.each(versions)("%s: where state is not echoed, the log says once what to do", async (version) => {
  const bink = await startBinkServer()
  bink.misbehave({ authorize: (response, seen) => sendBack(response, seen, { state: null }) })
  const app = await startAppWithBink(version, bink)
  running.push(bink, app)
  const browser = createBrowser()
  await browser.signIn(app.url)
  expect(app.log.filter((entry) => entry.includes('set checks: ["pkce"]'))).toHaveLength(1)
  expect(await browser.session(app.url)).toSatisfy(
    (session: object | null) => !session || !("user" in session),
  )
})
