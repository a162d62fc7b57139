import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { ExpressAuth } from "@auth/express"
import Bink from "authjs-bink"
import express from "express"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { startApp, VERSIONS } from "../../helpers/auth-apps.ts"
import { clientRender } from "./bundle.ts"
import { closeBrowser, html, openPage } from "./pages.ts"

afterAll(closeBrowser)

// Not a real server: the test intercepts the navigation to Bink.
const BINK = "https://bink.example"
const providers = [Bink({ baseUrl: BINK, clientId: "an-app", clientSecret: "a-secret" })]

async function startExpress(): Promise<string> {
  const app = express()
  app.use("/api/auth", ExpressAuth({ providers, secret: "a-secret-of-the-tests", trustHost: true }))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

const SERVERS: Record<string, () => Promise<string>> = { "@auth/express": startExpress }
for (const version of VERSIONS) {
  SERVERS[version] = async () => (await startApp(version, { providers })).url
}

/** Opens the component on a page of the app. Records the requests to Auth.js and the navigations to Bink. */
async function visit(server: string, jsx: string) {
  const origin = await (SERVERS[server] as () => Promise<string>)()
  const { page } = await openPage()
  const requests: string[] = []
  const navigations: URL[] = []
  await page.route(`${origin}/login`, async (route) => {
    const script = await clientRender(19, jsx)
    await route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: html(`<div id="root"></div><script>${script.replaceAll("</script", "<\\/script")}</script>`),
    })
  })
  await page.route(`${BINK}/**`, (route) => {
    navigations.push(new URL(route.request().url()))
    return route.fulfill({ contentType: "text/html", body: html("<h1>Bink</h1>") })
  })
  page.on("request", (request) => {
    const url = new URL(request.url())
    if (url.pathname.startsWith("/api/auth/")) requests.push(`${request.method()} ${url.pathname}`)
  })
  await page.goto(`${origin}/login`)
  return { page, origin, requests, navigations }
}

const NAMES = Object.keys(SERVERS)

test.each(NAMES)("%s: the button navigates to Bink after two requests", async (server) => {
  const { page, origin, requests, navigations } = await visit(server, `<SignInWithBinkButton />`)
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  await page.waitForURL(`${BINK}/**`)
  expect(requests).toEqual(["GET /api/auth/csrf", "POST /api/auth/signin/bink"])
  expect(navigations).toHaveLength(1)
  expect(navigations[0]?.pathname).toBe("/api/oauth/authorize")
  expect(navigations[0]?.searchParams.get("client_id")).toBe("an-app")
  expect(navigations[0]?.searchParams.get("redirect_uri")).toBe(`${origin}/api/auth/callback/bink`)
})

test.each(NAMES)("%s: the hook navigates to Bink from a custom button", async (server) => {
  const { page, navigations } = await visit(
    server,
    `{(() => { const Custom = () => { const { signIn, pending } = useSignInWithBink(); return <button onClick={signIn}>{pending ? "Wait" : "Go"}</button> }; return <Custom /> })()}`,
  )
  await page.getByRole("button", { name: "Go" }).click()
  await page.waitForURL(`${BINK}/**`)
  expect(navigations).toHaveLength(1)
})

test.each(NAMES)("%s: redirectTo never leads to another site", async (server) => {
  for (const [redirectTo, expected] of [
    ["/profile?tab=1", "/profile?tab=1"],
    ["https://evil.example/", ""],
    ["//evil.example/", ""],
    ["javascript:alert(1)", ""],
  ]) {
    const { page, origin, navigations } = await visit(
      server,
      `<SignInWithBinkButton redirectTo={${JSON.stringify(redirectTo)}} />`,
    )
    await page.getByRole("button").click()
    await page.waitForURL((url) => url.href !== `${origin}/login`)
    for (const url of navigations) expect(url.origin).toBe(BINK)
    const cookies = await page.context().cookies(origin)
    const landing = decodeURIComponent(cookies.find(({ name }) => name.endsWith("callback-url"))?.value ?? "")
    expect(new URL(landing || "/", origin).origin, redirectTo).toBe(origin)
    if (expected) expect(landing.endsWith(expected), landing).toBe(true)
  }
})

test.each(NAMES)("%s: the user lands on the current page without redirectTo", async (server) => {
  const { page, origin } = await visit(server, `<SignInWithBinkButton />`)
  await page.getByRole("button").click()
  await page.waitForURL(`${BINK}/**`)
  const cookies = await page.context().cookies(origin)
  const landing = cookies.find(({ name }) => name.endsWith("callback-url"))?.value ?? ""
  expect(decodeURIComponent(landing)).toBe(`${origin}/login`)
})
