import { readFileSync } from "node:fs"
import { ExpressAuth } from "@auth/express"
import { AxeBuilder } from "@axe-core/playwright"
import Bink, { withBink } from "authjs-bink"
import express from "express"
import NextAuth4 from "next-auth-4"
import type { BrowserContextOptions, Page } from "playwright"
import { afterAll, expect, onTestFinished, test, vi } from "vitest"
import { PAGE, withSnippets } from "../../../scripts/build/plain-html.ts"
import { startApp } from "../../helpers/express-app.ts"
import { closeBrowser, openPage } from "./pages.ts"

afterAll(closeBrowser)

const text = readFileSync(PAGE, "utf8")
const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)].map(([, language, code = ""]) => ({
  language,
  code,
}))
const html = blocks.filter(({ language }) => language === "html").map(({ code }) => code)
const [link, form, badges, labels] = html as [string, string, string, string]
const script = blocks.find(({ language }) => language === "js")?.code
const policy = blocks.find(({ code }) => code.startsWith("default-src"))?.code ?? ""
const stylesheet = readFileSync(new URL("../../../dist/styles.css", import.meta.url), "utf8")

test("the guide contains the markup that the components render", () => {
  expect(withSnippets(text), "Run `npm run build:plain-html`.").toBe(text)
})

type Auth = (bink: string) => express.RequestHandler[]

const SERVERS: Record<string, Auth> = {
  "@auth/express": (bink) => [
    ExpressAuth(withBink({ providers: [providerAt(bink)], secret: SECRET, trustHost: true })),
  ],
  "next-auth 4": (bink) => [
    express.urlencoded(),
    (request, response) => {
      const cookies = Object.fromEntries(
        new URLSearchParams((request.headers.cookie ?? "").replaceAll("; ", "&")),
      )
      const query = { ...request.query, nextauth: request.path.split("/").slice(1) }
      Object.defineProperties(request, { cookies: { value: cookies }, query: { value: query } })
      return nextAuth4(request, response, withBink({ providers: [providerAt(bink)], secret: SECRET }))
    },
  ],
}
const SECRET = "a secret of the tests"
const providerAt = (baseUrl: string) => Bink({ baseUrl, clientId: "client", clientSecret: "secret" })
// The types of next-auth 4 declare another default export than its module has.
const nextAuth4 = NextAuth4 as unknown as (...args: object[]) => Promise<void>

/** Serves the files of the guide under its policy, with an emulator. */
async function serve(server: string, attributes = 'lang="en"') {
  const { app, url, bink } = await startApp("/api/auth/callback/bink")
  vi.stubEnv("NEXTAUTH_URL", url)
  onTestFinished(() => void vi.unstubAllEnvs())
  app.use("/api/auth", ...(SERVERS[server] as Auth)(bink))
  app.get("/bink.css", (_, response) => void response.type("css").send(stylesheet))
  app.get("/sign-in-with-bink.js", (_, response) => void response.type("js").send(script))
  app.get("/", ({ query }, response) => {
    const allowed = "without-bink" in query ? "" : bink
    response.setHeader("Content-Security-Policy", policy.replace("https://bink.link", allowed))
    response.send(
      `<!doctype html><html ${attributes}><head><title>App</title><meta name="color-scheme" content="light dark">${link}</head>
      <body><main><h1>Members</h1>${form}<div id="badges">Ada ${badges}</div><p id="labels">${labels}</p></main></body></html>`,
    )
  })
  return { url, bink }
}

async function visit(server: string, options: BrowserContextOptions = {}, attributes?: string) {
  const { url, bink } = await serve(server, attributes)
  const { page, log } = await openPage(options)
  const requests: string[] = []
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === url && pathname.startsWith("/api/auth")) requests.push(`${request.method()} ${pathname}`)
  })
  await page.goto(url)
  return { page, log, url, bink, requests, button: page.getByRole("button", { name: "Sign in with Bink" }) }
}

/** Signs in on the emulator's pages, and returns the session. */
async function approve(page: Page, url: string) {
  await page.getByRole("button", { name: "Yuki Tanaka" }).click()
  await page.getByRole("button", { name: "Allow" }).click()
  await page.waitForURL(`${url}/`)
  return (await page.request.get(`${url}/api/auth/session`)).json()
}

const session = { user: { name: "Yuki Tanaka", bink: { username: "yuki", verificationLevel: 2 } } }
const NAMES = Object.keys(SERVERS)

test.each(NAMES)("%s: the form signs in with two requests under the documented policy", async (server) => {
  const { page, url, log, requests, button } = await visit(server)
  await button.click()
  expect(await approve(page, url)).toMatchObject(session)
  expect(requests.slice(0, 2)).toEqual(["GET /api/auth/csrf", "POST /api/auth/signin/bink"])
  expect(log).toEqual([])
})

test.each(NAMES)("%s: the form signs in through Auth.js's page without JavaScript", async (server) => {
  const { page, url, requests, button } = await visit(server, { javaScriptEnabled: false })
  await button.click()
  await page.waitForURL(`${url}/api/auth/signin?callbackUrl=*`)
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  expect(await approve(page, url)).toMatchObject(session)
  expect(requests.slice(0, 2)).toEqual(["GET /api/auth/signin", "POST /api/auth/signin/bink"])
})

test.each(NAMES)("%s: the form opens Auth.js's page if the CSRF request fails", async (server) => {
  const { page, url, button } = await visit(server)
  await page.route("**/api/auth/csrf", (route) => route.fulfill({ status: 503, body: "<h1>Later</h1>" }))
  await button.click()
  await page.waitForURL(`${url}/api/auth/signin?callbackUrl=*`)
})

test("the browser blocks the form if form-action does not allow Bink", async () => {
  const { page, url, log, button } = await visit("@auth/express")
  await page.goto(`${url}/?without-bink`)
  await button.click()
  await expect.poll(() => log.join()).toMatch(/form-action/)
  expect(page.url()).toBe(`${url}/?without-bink`)
})

test("a second click sends no request, and the button works again after Back", async () => {
  const { page, url, requests, button } = await visit("@auth/express")
  await button.dblclick()
  await page.getByRole("heading", { name: "Choose an account" }).waitFor()
  expect(requests.filter((request) => request.startsWith("POST"))).toHaveLength(1)
  await page.goBack({ waitUntil: "commit" })
  await expect.poll(() => button.getAttribute("aria-busy")).toBe("false")
  await button.click()
  expect(await approve(page, url)).toMatchObject(session)
})

const SETTINGS: Record<string, [BrowserContextOptions, string?]> = {
  light: [{ colorScheme: "light" }],
  dark: [{ colorScheme: "dark" }],
  "right to left": [{}, 'lang="ar" dir="rtl"'],
  "forced colors": [{ forcedColors: "active" }],
}

test.each(Object.entries(SETTINGS))(
  "%s: button, badges and labels are rendered and accessible",
  async (name, [options, attributes]) => {
    const { page, log, button } = await visit("@auth/express", options, attributes)
    const box = await button.boundingBox()
    expect(box?.height).toBe(44)
    const icon = await button.locator("svg").boundingBox()
    const text = await button.locator("span").boundingBox()
    expect((icon?.x ?? 0) < (text?.x ?? 0)).toBe(name !== "right to left")
    for (const place of ["#badges", "#labels"]) {
      const found = page.locator(place).getByRole("img")
      expect(await found.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual([
        "Passkey-verified by Bink",
        "Trusted by Bink",
      ])
    }
    const drawn = await page.locator("#badges svg").first().boundingBox()
    expect([drawn?.width, drawn?.height]).toEqual([16, 16])
    expect(await page.locator("#labels").textContent()).toMatch(/\u00a0Verified\s+\u00a0Trusted/)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(log).toEqual([])
  },
)
