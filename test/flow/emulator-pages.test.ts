import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type BinkEmulator, type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { violations } from "../helpers/app-under-test.ts"

/** A name that is long enough to overflow a page. */
const LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of the Long Names"

let app: Server
let callback: string
let bink: BinkEmulator
let server: BinkEmulatorServer
let browser: Browser

beforeAll(async () => {
  app = createServer((_request, response) => response.end("Back in the app"))
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve))
  callback = `http://127.0.0.1:${(app.address() as AddressInfo).port}/callback`
  const user = { email: null, avatar: null, plan: "BUSINESS", verificationLevel: 2 } as const
  bink = createBinkEmulator({
    users: [
      { ...user, id: "ada", name: "Ada Lovelace", username: "ada", email: "ada@example.com" },
      {
        ...user,
        id: "long",
        name: LONG_NAME,
        username: "x".repeat(60),
        email: `${"y".repeat(60)}@example.com`,
      },
      { ...user, id: "unnamed", name: null, username: null, verificationLevel: 0 },
    ],
    clients: [
      { clientId: "app", clientSecret: "secret", name: `App of ${"z".repeat(50)}`, redirectUris: [callback] },
    ],
  })
  server = await bink.listen({ port: 0 })
  browser = await chromium.launch(browserOptions())
})
afterAll(async () => {
  await browser.close()
  await server.close()
  app.close()
})
beforeEach(() => bink.reset())

/** Opens a page in a new browser context, and collects its console errors. */
async function open(options?: BrowserContextOptions): Promise<{ page: Page; consoleErrors: string[] }> {
  const page = await (await browser.newContext({ baseURL: server.url, ...options })).newPage()
  const consoleErrors: string[] = []
  page.on("console", (message) => message.type() === "error" && consoleErrors.push(message.text()))
  page.on("pageerror", (error) => consoleErrors.push(String(error)))
  return { page, consoleErrors }
}

function authorize(params: Record<string, string> = {}): string {
  const all = { client_id: "app", redirect_uri: callback, response_type: "code", state: "s", ...params }
  return `/api/oauth/authorize?${new URLSearchParams(all)}`
}

/** Visits every page, with as much content as possible. */
async function tour(page: Page, check: (name: string) => Promise<void>): Promise<void> {
  await page.goto(authorize())
  await check("login")
  await page.getByRole("button", { name: LONG_NAME }).click()
  await check("consent")
  for (const [name, path] of [
    ["unknown client", authorize({ client_id: "x" })],
    ["unregistered redirect URI", authorize({ redirect_uri: `${callback}/${"w".repeat(80)}` })],
    ["expired sign-in", "/consent?transaction=x"],
    ["unknown path", "/nothing"],
  ] as const) {
    await page.goto(path)
    await check(name)
  }
  await page.goto("/settings")
  await page.getByLabel("Token name").fill("N".repeat(60))
  await page.getByRole("button", { name: "+ Create Token" }).click()
  await page.getByText("Copy your token now").waitFor()
  await check("settings")
  await page.goto("/_bink")
  await check("inspector")
  bink.faults.add({ endpoint: "token", times: 2, status: 429, kind: "dribble", delay: 1000 })
  bink.faults.add({ endpoint: "user", kind: "hang" })
  await page.reload()
  await check("inspector with faults")
  await page.context().clearCookies()
  await page.goto("/settings")
  await check("settings, signed out")
}

it.each([
  ["light", 1280],
  ["dark", 320],
] as const)(
  "every page is accessible and fits the window, in %s, %i pixels wide",
  async (colorScheme, width) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } })
    const found: string[] = []
    await tour(page, async (name) => {
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`))
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (isTooWide) found.push(`${name} is wider than the window`)
      if (!(await page.getByText("not Bink").isVisible()))
        found.push(`${name} does not say that it is not Bink`)
    })
    expect(found).toEqual([])
  },
)

it("the pages comply with their Content-Security-Policy", async () => {
  const { page, consoleErrors } = await open()
  await page.goto(authorize())
  await page.getByRole("button", { name: "Ada Lovelace" }).click()
  await page.getByRole("button", { name: "Allow" }).click()
  await page.waitForURL(/code=\w+&state=s$/)
  await page.goto("/settings")
  await page.goto("/_bink")
  expect(consoleErrors.filter((error) => !error.includes("favicon"))).toEqual([])
})

it("a user can deny access with the keyboard", async () => {
  const { page } = await open()
  await page.goto(authorize())
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { level: 1, name: /wants to access your profile/ }).waitFor()
  await page.keyboard.press("Tab")
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Allow")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await page.waitForURL(/error=access_denied/)
})

it("the consent page links to another account", async () => {
  const { page } = await open()
  await page.goto(authorize())
  await page.getByRole("button", { name: LONG_NAME }).click()
  await page.getByRole("link", { name: "Use another account" }).click()
  await page.getByRole("button", { name: "Ada Lovelace" }).click()
  await page.getByText("ada@example.com").waitFor()
})

it("every form works without JavaScript", async () => {
  const { page } = await open({ javaScriptEnabled: false })
  await page.goto(authorize())
  await page.getByRole("button", { name: "No name" }).click()
  await page.getByRole("button", { name: "Allow" }).click()
  await page.waitForURL(/code=/)

  await page.goto("/settings")
  await page.getByLabel("Token name").fill("Script")
  await page.getByRole("button", { name: "+ Create Token" }).click()
  const token = await page.locator("code", { hasText: "bink_" }).textContent()
  await page.reload()
  expect(await page.content()).not.toContain(token)
  const requestUser = () =>
    fetch(`${server.url}/api/oauth/user`, { headers: { Authorization: `Bearer ${token}` } })
  expect((await requestUser()).status).toBe(200)
  await page.getByRole("button", { name: "Revoke Script" }).click()
  expect((await requestUser()).status).toBe(401)

  await page.goto("/_bink")
  await page.getByRole("combobox", { name: "Fault" }).selectOption("429 Too Many Requests")
  await page.getByRole("button", { name: "Add fault" }).click()
  const limited = await requestUser()
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "60"])
  await page.getByRole("combobox", { name: "Consent for Ada Lovelace" }).selectOption("Always allow")
  await page.getByRole("button", { name: "Set consent for Ada Lovelace" }).click()
  await page.getByRole("combobox", { name: "Signed-in user" }).selectOption("Ada Lovelace")
  await page.getByRole("button", { name: "Set", exact: true }).click()
  await page.goto(authorize())
  await page.waitForURL(/code=/)

  await page.goto("/_bink")
  const clock = page.getByRole("region", { name: "Time and state" }).getByRole("time")
  const time = async () => Date.parse((await clock.getAttribute("datetime")) as string)
  const before = await time()
  await page.getByRole("button", { name: "Advance" }).click()
  expect((await time()) - before).toBeGreaterThanOrEqual(61 * 60_000)
  await page.getByRole("button", { name: "Reset everything" }).click()
  await page.getByText("No requests yet").waitFor()
})

it("the request log updates until it is paused", async () => {
  const { page } = await open()
  await page.goto("/_bink")
  await page.getByText("No requests yet").waitFor()
  const sendRequest = () =>
    fetch(`${server.url}/api/oauth/user`, { headers: { Authorization: "Bearer secret" } })
  await sendRequest()
  const rows = page.getByRole("region", { name: "Request log" }).getByRole("row")
  await expect.poll(() => rows.count()).toBe(2)
  expect(await rows.last().textContent()).toContain("401")
  await page.getByRole("button", { name: "Pause" }).click()
  await sendRequest()
  await page.getByRole("button", { name: "Resume" }).click()
  await expect.poll(() => rows.count()).toBe(3)
})

it("copies a new token to the clipboard", async () => {
  const { page } = await open({ permissions: ["clipboard-read", "clipboard-write"] })
  await page.goto("/settings")
  await page.getByRole("button", { name: "Ada Lovelace" }).click()
  await page.getByLabel("Token name").fill("Script")
  await page.getByRole("button", { name: "+ Create Token" }).click()
  await page.getByRole("button", { name: "Copy" }).click()
  await page.getByRole("button", { name: "Copied" }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^bink_\w{32,}$/)
})
