import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { authHandler, initAuthConfig, verifyAuth } from "@hono/auth-js"
import { withBink } from "authjs-bink"
import { Hono } from "hono"
import { expect, onTestFinished, test } from "vitest"
import { AUTH_SECRET, binkProvider, sendResponse, toRequest } from "../helpers/auth-apps.ts"
import { PROFILE, SECRETS, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

/** Starts an app of Hono with the routes of @hono/auth-js. */
async function startHonoApp() {
  const bink = await startBinkServer()
  const app = new Hono()
  app.use(
    "*",
    initAuthConfig(() => ({
      ...withBink({ providers: [binkProvider(bink)] }, { revalidate: { after: 300 } }),
      secret: AUTH_SECRET,
      trustHost: true,
      basePath: "/api/auth",
    })),
  )
  app.use("/api/auth/*", authHandler())
  app.use("/members", verifyAuth())
  app.get("/members", (context) => context.json(context.get("authUser")))
  app.get("/", (context) => context.text("A page"))
  const server = createServer(async (incoming, outgoing) =>
    sendResponse(await app.fetch(await toRequest(incoming)), outgoing),
  )
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

test("verifyAuth of @hono/auth-js gives the identity of a signed-in user, without the access token", async () => {
  const url = await startHonoApp()
  const browser = createHttpBrowser()
  await browser.signIn(url)
  const { status, text } = await browser.goto(`${url}/members`)
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    session: {
      user: {
        name: "Ada",
        bink: { id: PROFILE.id, username: "ada", plan: "VERIFIED", verificationLevel: 1 },
      },
    },
    token: { bink: { id: PROFILE.id } },
  })
  expect(text).not.toContain(SECRETS.accessToken)
})

test("verifyAuth of @hono/auth-js rejects a request without a session", async () => {
  const { status } = await createHttpBrowser().goto(`${await startHonoApp()}/members`)
  expect(status).toBe(401)
})
