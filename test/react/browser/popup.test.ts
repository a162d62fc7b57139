import { withBink } from "authjs-bink"
import type { BrowserContextOptions, Page } from "playwright"
import { afterAll, expect, test } from "vitest"
import { binkProvider, startApp } from "../../helpers/auth-apps.ts"
import { SECRETS, startBinkServer } from "../../helpers/bink-server.ts"
import { clientRender, REACTS, type ReactVersion } from "./bundle.ts"
import { closeBrowser, html, openPage } from "./pages.ts"

afterAll(closeBrowser)

const BUTTON = `<SignInWithBinkButton uxMode="popup" onSuccess={() => { document.title = "signed in" }} onError={(error) => { document.title = error.code }} />`
const RELOADING = `<SignInWithBinkButton uxMode="popup" />`
const HOOK = `{(() => { const Custom = () => { const { signIn, pending } = useSignInWithBink({ uxMode: "popup", onSuccess: () => { document.title = "signed in" } }); return <button onClick={signIn} aria-busy={pending}>Sign in with Bink</button> }; return <Custom /> })()}`

interface Setting {
  version: "next-auth 5" | "next-auth 4"
  react: ReactVersion
}
const SETTINGS = (["next-auth 5", "next-auth 4"] as const).flatMap((version) =>
  REACTS.map((react): Setting => ({ version, react })),
)

/** Each version once: for behaviour in which they do not depend on each other. */
const PAIRS: Setting[] = [
  { version: "next-auth 5", react: 19 },
  { version: "next-auth 4", react: 18 },
]

interface Options {
  jsx?: string
  /** Runs before the component. */
  script?: string
  /** Headers of Bink's page. */
  headers?: Record<string, string>
  context?: BrowserContextOptions
}

/** Opens the component in a real app. Bink's page asks whether to allow the sign-in. */
async function visit(
  { version, react }: Setting,
  { jsx = BUTTON, script = "", headers, context }: Options = {},
) {
  const bink = await startBinkServer()
  bink.setResponses({
    authorize(response, { params }) {
      const callback = (result: object) =>
        `${params.get("redirect_uri")}?${new URLSearchParams({ ...result, state: params.get("state") ?? "" })}`.replaceAll(
          "&",
          "&amp;",
        )
      response
        .writeHead(200, { "content-type": "text/html", ...headers })
        .end(
          html(
            `<h1>Bink</h1><a href="${callback({ code: SECRETS.code })}">Allow</a> <a href="${callback({ error: "access_denied" })}">Deny</a>`,
          ),
        )
    },
  })
  const { url } = await startApp(version, withBink({ providers: [binkProvider(bink)] }))
  const { page } = await openPage(context)
  const component = await clientRender(react, jsx)
  await page.context().route(/\/login($|\?)/, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: html(
        `<script>${script}</script><div id="root"></div><script>${component.replaceAll("</script", "<\\/script")}</script>`,
      ),
    }),
  )
  await page.goto(`${url}/login`)
  const button = page.getByRole("button", { name: "Sign in with Bink" })
  return { page, url, bink, button }
}

/** Opens the popup with the keyboard, and waits for Bink's page in it. */
async function openPopup(page: Page, bink: { url: string }): Promise<Page> {
  const opened = page.waitForEvent("popup")
  await page.getByRole("button").focus()
  await page.keyboard.press("Enter")
  const popup = await opened
  await popup.waitForURL(`${bink.url}/**`)
  await popup.getByRole("heading", { name: "Bink" }).waitFor()
  return popup
}

const isBusy = (page: Page) => page.getByRole("button").getAttribute("aria-busy")
const sessionOf = async (page: Page, url: string) =>
  (await page.request.get(`${url}/api/auth/session`)).json()

test.each(SETTINGS)(
  "$version, React $react: the popup signs in, closes and calls onSuccess",
  async (setting) => {
    const { page, bink, url } = await visit(setting)
    const popup = await openPopup(page, bink)
    expect(await isBusy(page)).toBe("true")
    expect(await page.getByRole("status").textContent()).toBe("Opening Bink")
    const closed = popup.waitForEvent("close")
    await popup.getByRole("link", { name: "Allow" }).click()
    await closed
    await expect.poll(() => page.title()).toBe("signed in")
    await expect.poll(() => isBusy(page)).toBe("false")
    expect(page.url()).toBe(`${url}/login`)
    expect(await sessionOf(page, url)).toMatchObject({ user: { bink: { username: "ada" } } })
  },
)

test.each(PAIRS)(
  "$version, React $react: the page reloads after a popup without onSuccess",
  async (setting) => {
    const { page, bink, url } = await visit(setting, { jsx: RELOADING })
    const popup = await openPopup(page, bink)
    const reloaded = page.waitForEvent("load")
    await popup.getByRole("link", { name: "Allow" }).click()
    await reloaded
    expect(page.url()).toBe(`${url}/login`)
    expect(await sessionOf(page, url)).toHaveProperty("user")
  },
)

test.each(PAIRS)("$version, React $react: the hook signs in with a popup", async (setting) => {
  const { page, bink } = await visit(setting, { jsx: HOOK })
  const popup = await openPopup(page, bink)
  await popup.getByRole("link", { name: "Allow" }).click()
  await expect.poll(() => page.title()).toBe("signed in")
})

test.each(PAIRS)(
  "$version, React $react: a declined sign-in closes the popup and calls onError",
  async (setting) => {
    const { page, bink, url } = await visit(setting)
    const popup = await openPopup(page, bink)
    const closed = popup.waitForEvent("close")
    await popup.getByRole("link", { name: "Deny" }).click()
    await closed
    await expect.poll(() => page.title()).toBe("access_denied")
    expect(await page.getByRole("alert").isVisible()).toBe(true)
    expect(await isBusy(page)).toBe("false")
    expect((await sessionOf(page, url))?.user).toBeUndefined()
    const second = await openPopup(page, bink)
    await second.getByRole("link", { name: "Allow" }).click()
    await expect.poll(() => page.title()).toBe("signed in")
  },
)

test.each(PAIRS)("$version, React $react: a closed popup ends pending without an error", async (setting) => {
  const { page, bink, url } = await visit(setting)
  const popup = await openPopup(page, bink)
  await popup.waitForTimeout(600)
  await popup.close()
  await expect.poll(() => isBusy(page)).toBe("false")
  expect(await page.getByRole("alert").count()).toBe(0)
  expect(await page.title()).toBe("App")
  expect(page.url()).toBe(`${url}/login`)
})

const UNUSABLE: Record<string, Options> = {
  "the browser blocks the popup": { script: "window.open = () => null" },
  "an in-app browser returns the same window": { script: "window.open = () => window" },
}

test.each(
  Object.entries(UNUSABLE).flatMap(([name, options]) =>
    PAIRS.map((setting) => ({ name, options, ...setting })),
  ),
)(
  "$version, React $react: the sign-in continues in this window if $name",
  async ({ options, ...setting }) => {
    const { page, bink, url, button } = await visit(setting, options)
    await button.click()
    await page.waitForURL(`${bink.url}/**`)
    await page.getByRole("link", { name: "Allow" }).click()
    await page.waitForURL(`${url}/login`)
    expect(await sessionOf(page, url)).toHaveProperty("user")
  },
)

test.each(PAIRS)(
  "$version, React $react: the sign-in continues in this window if Bink's page disconnects the popup",
  async (setting) => {
    const { page, bink, url, button } = await visit(setting, {
      headers: { "cross-origin-opener-policy": "same-origin" },
    })
    await button.click()
    await page.waitForURL(`${bink.url}/**`)
    await page.getByRole("link", { name: "Allow" }).click()
    await page.waitForURL(`${url}/login`)
    expect(await sessionOf(page, url)).toHaveProperty("user")
  },
)

test("the popup stays open on pages of an emulator that is part of the app", async () => {
  const { page, bink, url } = await visit(PAIRS[0] as Setting)
  // The app forwards /bink to the emulator.
  await page.route("**/api/auth/signin/bink", async (route) => {
    const response = await route.fetch()
    const { url: target } = await response.json()
    return route.fulfill({ response, json: { url: target.replace(bink.url, `${url}/bink`) } })
  })
  await page.context().route(`${url}/bink/api/oauth/authorize**`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: html(`<h1>Bink</h1><a href="${route.request().url().replace(`${url}/bink`, bink.url)}">Next</a>`),
    }),
  )
  const opened = page.waitForEvent("popup")
  await page.getByRole("button").click()
  const popup = await opened
  await popup.getByRole("link", { name: "Next" }).waitFor()
  await popup.waitForTimeout(300)
  expect(popup.isClosed()).toBe(false)
  expect(await isBusy(page)).toBe("true")
  await popup.getByRole("link", { name: "Next" }).click()
  await popup.getByRole("link", { name: "Allow" }).click()
  await expect.poll(() => page.title()).toBe("signed in")
})
