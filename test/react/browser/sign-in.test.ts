import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { ExpressAuth } from "@auth/express"
import Bink from "authjs-bink"
import express from "express"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { startApp, VERSIONS } from "../../helpers/auth-apps.ts"
import { clientRender } from "./bundle.ts"
import { closeBrowser, html, openPage } from "./stage.ts"

afterAll(closeBrowser)

// Nothing answers there: the browser is stopped on its way out, and asked where it was going.
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

/** The component on a page of the app, and the way out to Bink. */
async function visit(server: string, jsx: string) {
  const origin = await (SERVERS[server] as () => Promise<string>)()
  const { page } = await openPage()
  const asked: string[] = []
  const left: URL[] = []
  await page.route(`${origin}/login`, async (route) => {
    const script = await clientRender(19, jsx)
    await route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: html(`<div id="root"></div><script>${script.replaceAll("</script", "<\\/script")}</script>`),
    })
  })
  await page.route(`${BINK}/**`, (route) => {
    left.push(new URL(route.request().url()))
    return route.fulfill({ contentType: "text/html", body: html("<h1>Bink</h1>") })
  })
  page.on("request", (request) => {
    const url = new URL(request.url())
    if (url.pathname.startsWith("/api/auth/")) asked.push(`${request.method()} ${url.pathname}`)
  })
  await page.goto(`${origin}/login`)
  return { page, origin, asked, left }
}

const NAMES = Object.keys(SERVERS)

test.each(NAMES)("%s: the button alone leads to Bink, in two requests", async (server) => {
  const { page, origin, asked, left } = await visit(server, `<SignInWithBinkButton />`)
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  await page.waitForURL(`${BINK}/**`)
  expect(asked).toEqual(["GET /api/auth/csrf", "POST /api/auth/signin/bink"])
  expect(left).toHaveLength(1)
  expect(left[0]?.pathname).toBe("/api/oauth/authorize")
  expect(left[0]?.searchParams.get("client_id")).toBe("an-app")
  expect(left[0]?.searchParams.get("redirect_uri")).toBe(`${origin}/api/auth/callback/bink`)
})

test.each(NAMES)("%s: so does the hook, with a look of one's own", async (server) => {
  const { page, left } = await visit(
    server,
    `{(() => { const Own = () => { const { signIn, pending } = useSignInWithBink(); return <button onClick={signIn}>{pending ? "Wait" : "Go"}</button> }; return <Own /> })()}`,
  )
  await page.getByRole("button", { name: "Go" }).click()
  await page.waitForURL(`${BINK}/**`)
  expect(left).toHaveLength(1)
})

test.each(NAMES)("%s: redirectTo stays on the site, whatever the page asks for", async (server) => {
  for (const [redirectTo, kept] of [
    ["/profile?tab=1", "/profile?tab=1"],
    ["https://evil.example/", ""],
    ["//evil.example/", ""],
    ["javascript:alert(1)", ""],
  ]) {
    const { page, origin, left } = await visit(
      server,
      `<SignInWithBinkButton redirectTo={${JSON.stringify(redirectTo)}} />`,
    )
    await page.getByRole("button").click()
    await expect.poll(() => page.url()).not.toBe(`${origin}/login`)
    for (const url of left) expect(url.origin).toBe(BINK)
    const cookies = await page.context().cookies(origin)
    const landing = decodeURIComponent(cookies.find(({ name }) => name.endsWith("callback-url"))?.value ?? "")
    expect(new URL(landing || "/", origin).origin, redirectTo).toBe(origin)
    if (kept) expect(landing.endsWith(kept), landing).toBe(true)
  }
})

test.each(NAMES)("%s: without redirectTo, the person comes back to the page they were on", async (server) => {
  const { page, origin } = await visit(server, `<SignInWithBinkButton />`)
  await page.getByRole("button").click()
  await page.waitForURL(`${BINK}/**`)
  const cookies = await page.context().cookies(origin)
  const landing = cookies.find(({ name }) => name.endsWith("callback-url"))?.value ?? ""
  expect(decodeURIComponent(landing)).toBe(`${origin}/login`)
})
