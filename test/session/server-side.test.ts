import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { withBink } from "authjs-bink"
import { NextRequest } from "next/server.js"
import NextAuth from "next-auth"
import { afterEach, expect, test } from "vitest"
import { sendBack, startBinkServer } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { binkAt, startAppWithBink, versions } from "./apps.ts"
import { startSqlite } from "./databases.ts"

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

test("next-auth 5's auth() keeps what it gave without us, the user's id included", async () => {
  const bink = await startBinkServer()
  const database = await startSqlite({ hasColumn: true })
  const app = await startAppWithBink(
    "next-auth 5",
    bink,
    { adapter: database.adapter, trustHost: true },
    { persist: true },
  )
  running.push(bink, app, database)
  const browser = createBrowser()
  await browser.signIn(app.url)

  const config = {
    providers: [binkAt(bink)],
    adapter: database.adapter,
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

test.each(versions)("%s: two instances behind a balancer finish each other's sign-ins", async (version) => {
  const bink = await startBinkServer()
  const database = await startSqlite({ hasColumn: true })
  running.push(bink, database)
  for (const config of [{}, { adapter: database.adapter }]) {
    const apps = [
      await startAppWithBink(version, bink, config, { persist: true }),
      await startAppWithBink(version, bink, config, { persist: true }),
    ]
    const balancer = await startBalancer(apps.map(({ url }) => new URL(url).port))
    running.push(...apps, balancer)
    const browser = createBrowser()
    await browser.signIn(balancer.url)
    expect(balancer.turns()).toBeGreaterThanOrEqual(3)
    for (const _ of apps) {
      expect(await browser.session(balancer.url)).toMatchObject({ user: { bink: { verificationLevel: 1 } } })
    }
  }
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

/** Sends each request to the next of some ports in turn. */
async function startBalancer(ports: string[]) {
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    const port = ports[turn++ % ports.length]
    const { method, url: path, headers } = incoming
    incoming.pipe(
      request({ host: "localhost", port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    turns: () => turn,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
