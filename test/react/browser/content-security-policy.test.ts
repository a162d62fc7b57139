import { readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { REACTS } from "./bundle.ts"
import { closeBrowser, hydratedRoutes, openPage, serve } from "./pages.ts"

afterAll(closeBrowser)

const stylesheet = readFileSync(new URL("../../../dist/styles.css", import.meta.url), "utf8")

/** Opens a hydrated page with a Content-Security-Policy, and returns its console output. */
async function visit(react: 18 | 19, policy: string, jsx: string, head = "") {
  const routes = await hydratedRoutes(react, `<main>${jsx}</main>`, head)
  const url = await serve({
    ...routes,
    "/": (_, response) => {
      response
        .setHeader("content-security-policy", policy)
        .setHeader("content-type", "text/html; charset=utf-8")
        .end(routes["/"])
    },
    "/styles.css": (_, response) => void response.setHeader("content-type", "text/css").end(stylesheet),
  })
  const { page, log } = await openPage()
  await page.goto(url)
  await page.waitForSelector("[data-hydrated]")
  const button = page.getByRole("button", { name: "Sign in with Bink" }).first()
  const background = await button.evaluate((element) => getComputedStyle(element).backgroundColor)
  return { page, log, button, background }
}

const BLUE = "rgb(26, 95, 214)"

test.each(REACTS)("React %i: a nonce allows the styles", async (react) => {
  const { background, log } = await visit(
    react,
    "style-src 'nonce-abc123'",
    `<SignInWithBinkButton nonce="abc123" />`,
  )
  expect(background).toBe(BLUE)
  expect(log).toEqual([])
})

test.each(REACTS)("React %i: the stylesheet works under style-src 'self'", async (react) => {
  const { background, log } = await visit(
    react,
    "style-src 'self'",
    `<SignInWithBinkButton nonce={false} />`,
    `<link rel="stylesheet" href="/styles.css">`,
  )
  expect(background).toBe(BLUE)
  expect(log).toEqual([])
})

test.each(REACTS)(
  "React %i: the button looks like a native button if all styles are blocked",
  async (react) => {
    const { page, button, background } = await visit(
      react,
      "style-src 'none'",
      `<SignInWithBinkButton /><p>Ada <VerificationBadge verificationLevel={2} /></p>`,
    )
    expect(background).not.toBe(BLUE)
    const box = await button.boundingBox()
    expect(box?.height).toBeGreaterThan(20)
    expect(box?.height).toBeLessThan(60)
    expect(box?.width).toBeLessThan(260)
    const badge = await page.getByRole("img", { name: "Trusted by Bink" }).boundingBox()
    expect([badge?.width, badge?.height]).toEqual([16, 16])
  },
)

test.each(REACTS)("React %i: style-src-attr allows the badge's inline styles", async (react) => {
  const { log } = await visit(
    react,
    "style-src 'nonce-abc123'; style-src-attr 'unsafe-inline'",
    `<SignInWithBinkButton nonce="abc123" /><VerificationBadge verificationLevel={1} /><VerificationBadge verificationLevel={2} variant="label" /><VerificationBadgeButton verificationLevel={1} />`,
  )
  expect(log).toEqual([])
})

test.each(REACTS)("React %i: the stylesheet aligns the badge if inline styles are blocked", async (react) => {
  const { page } = await visit(
    react,
    "style-src 'self'",
    `<SignInWithBinkButton nonce={false} /><p>Ada <VerificationBadge verificationLevel={1} /> <VerificationBadgeButton verificationLevel={2} /></p>`,
    `<link rel="stylesheet" href="/styles.css">`,
  )
  const styles = await page.$$eval("p svg", (all) =>
    all.map((one) => getComputedStyle(one)).map(({ display, verticalAlign }) => [display, verticalAlign]),
  )
  expect(styles).toEqual([
    ["inline", "-2.4px"],
    ["inline", "-2.4px"],
  ])
  await page.getByRole("button", { name: "Trusted by Bink" }).click()
  const popover = await page.locator("[popover]").boundingBox()
  const badge = await page.getByRole("button", { name: "Trusted by Bink" }).boundingBox()
  expect(Math.abs((popover?.y ?? 0) - ((badge?.y ?? 0) + (badge?.height ?? 0)))).toBeLessThan(8)
})
