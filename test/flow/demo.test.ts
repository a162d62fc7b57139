import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type AppUnderTest, signIn, startAppUnderTest, toConsent, USERS } from "../helpers/app-under-test.ts"

let app: AppUnderTest

beforeAll(async () => {
  app = await startAppUnderTest()
})
afterAll(() => app.close())

const heading = (page: Page) => page.getByRole("heading", { level: 1 })
/** The value of a term in the profile's description list. */
const fact = (page: Page, name: string) =>
  page.locator("dl > div", { has: page.getByText(name, { exact: true }) }).locator("dd")
const session = async (page: Page) => (await page.request.get("/api/auth/session")).json()

describe("signing in to the demo", () => {
  it.each([
    { user: USERS.unverified, level: 0, username: "mia", plan: "FREE", badge: null },
    { user: USERS.verified, level: 1, username: "kwame", plan: "VERIFIED", badge: /verified/i },
    { user: USERS.trusted, level: 2, username: "yuki", plan: "BUSINESS", badge: /trusted/i },
  ])("shows profile and badge of $user, level $level", async ({ user, level, username, plan, badge }) => {
    const { page, consoleErrors } = await app.open()
    await signIn(page, user)
    await page.waitForURL("/profile")

    await expect.poll(() => heading(page).textContent()).toContain(user)
    expect(await page.title()).toBe("Your profile · Bink demo")
    expect(await fact(page, "Name").textContent()).toBe(user)
    expect(await fact(page, "Email").textContent()).toBe(`${username}@example.com`)
    expect(await fact(page, "Username").textContent()).toBe(username)
    expect(await fact(page, "Picture").textContent()).toMatch(
      new RegExp(`^${app.emulatorUrl}/avatars/.+${username}`),
    )
    expect(await fact(page, "Plan").textContent()).toBe(plan)
    expect(await fact(page, "Verification").textContent()).toContain(`level\u00a0${level}`)
    expect(await fact(page, "Bink ID").textContent()).toMatch(new RegExp(`^cmbink0+${username}$`))
    const badges = heading(page).getByRole("img")
    if (badge) expect(await badges.getAttribute("aria-label")).toMatch(badge)
    else expect(await badges.count()).toBe(0)
    const picture = page.locator("main img")
    expect(
      await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(0)
    expect(consoleErrors).toEqual([])
  })

  it("signs in a user whose profile has only an id", async () => {
    const { page, consoleErrors } = await app.open()
    await signIn(page, USERS.idOnly)
    await page.waitForURL("/profile")
    for (const name of ["Name", "Email", "Username", "Picture"]) {
      expect(await fact(page, name).textContent()).toBe("None")
    }
    expect(await fact(page, "Bink ID").textContent()).toBe("cmbink000000000000nothing")
    expect(await page.locator("main img, main svg").count()).toBe(0)
    expect(consoleErrors).toEqual([])
  })

  it("returns the identity and no token in the browser's session", async () => {
    const { page } = await app.open()
    await signIn(page, USERS.trusted)
    await page.waitForURL("/profile")
    expect(await session(page)).toEqual({
      user: {
        name: "Yuki Tanaka",
        email: "yuki@example.com",
        image: expect.stringContaining("/avatars/"),
        bink: {
          id: "cmbink000000000000000yuki",
          username: "yuki",
          plan: "BUSINESS",
          verificationLevel: 2,
          checkedAt: expect.any(Number),
        },
      },
      expires: expect.any(String),
    })
  })

  it("returns to the page that required the sign-in", async () => {
    const { page } = await app.open()
    await page.goto("/verified")
    await expect.poll(() => heading(page).textContent()).toBe("Sign in to continue")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/verified")
    expect(await heading(page).textContent()).toBe("Verified members")
  })

  it("ignores a callbackUrl of another origin", async () => {
    const { page } = await app.open()
    await page.goto("/sign-in?callbackUrl=https://example.com/")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL((url) => url.origin === app.url)
    expect(await session(page)).toHaveProperty("user.name", USERS.verified)
  })

  it("signs in and out without JavaScript", async () => {
    const { page } = await app.open({ javaScriptEnabled: false })
    await signIn(page, USERS.verified)
    await page.waitForURL("/profile")
    expect(await fact(page, "Name").textContent()).toBe(USERS.verified)
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.waitForURL("/")
    expect(await session(page)).toBeNull()
  })

  it("signs in and out with the keyboard alone", async () => {
    const { page } = await app.open()
    await page.goto("/")
    await page.keyboard.press("Tab")
    expect(await page.locator(":focus").textContent()).toBe("Skip to content")
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("main")
    await pressOn(page, "Sign in with Bink")
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await pressOn(page, USERS.trusted)
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await pressOn(page, "Allow")
    await page.waitForURL("/profile")
    await pressOn(page, "Sign out")
    await page.waitForURL("/")
  })

  /** Presses Tab until the element with this text has focus, then Enter. */
  async function pressOn(page: Page, name: string) {
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab")
      const focused = page.locator(":focus")
      if ((await focused.count()) > 0 && (await focused.textContent())?.includes(name)) {
        return page.keyboard.press("Enter")
      }
    }
    throw new Error(`"${name}" did not get focus within 20 presses of Tab`)
  }
})

describe("a sign-in that is not completed", () => {
  it("shows an idle button after Back from the login page", async () => {
    const { page, consoleErrors } = await app.open()
    await page.goto("/")
    const button = page.getByRole("button", { name: "Sign in with Bink" })
    await button.click()
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await page.goBack()
    await expect.poll(() => button.getAttribute("aria-busy")).not.toBe("true")
    await toConsent(page, USERS.verified)
    expect(consoleErrors).toEqual([])
  })

  it("shows that nothing was shared after the user denies access, and allows another attempt", async () => {
    const { page, consoleErrors } = await app.open()
    await page.goto("/")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Deny" }).click()
    await page.waitForURL("/sign-in?error=OAuthCallbackError")
    expect(await heading(page).textContent()).toBe("You are not signed in")
    expect(await page.getByRole("main").textContent()).toContain("Nothing was shared")
    expect(await session(page)).toBeNull()
    expect(consoleErrors).toEqual([])

    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/profile")
  })

  it("rejects a forged state and shows neither state nor code", async () => {
    const { page } = await app.open()
    await page.route(`${app.emulatorUrl}/**`, async (route) => {
      if (route.request().method() !== "POST") return route.continue()
      const response = await route.fetch({ maxRedirects: 0 })
      const headers = response.headers()
      const location = new URL(headers.location ?? "", app.emulatorUrl)
      if (location.searchParams.has("state")) location.searchParams.set("state", "forged")
      await route.fulfill({ response, headers: { ...headers, location: location.href } })
    })
    await page.goto("/")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/sign-in?error=Configuration")
    expect(await heading(page).textContent()).toBe("Sign-in failed")
    expect(await session(page)).toBeNull()
  })

  it("rejects a callback URL that was used before and keeps the session", async () => {
    const { page } = await app.open()
    let callback = ""
    page.on("request", (request) => {
      if (request.url().includes("/api/auth/callback/bink")) callback = request.url()
    })
    await signIn(page, USERS.verified)
    await page.waitForURL("/profile")
    await page.goto(callback)
    expect(page.url()).toBe(`${app.url}/sign-in?error=Configuration`)
    expect(await session(page)).toHaveProperty("user.name", USERS.verified)
  })

  it("shows the error page if the user endpoint fails with 503", async () => {
    const { page } = await app.open()
    const removeFault = app.emulator.faults.add({ endpoint: "user", status: 503 })
    await page.goto("/")
    await toConsent(page, USERS.trusted)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/sign-in?error=Configuration")
    removeFault()
    expect(await session(page)).toBeNull()
  })

  it.each(["", "toString", "Verification&error=Configuration"])(
    "shows the general error for an unknown error code: %j",
    async (error) => {
      const { page } = await app.open()
      await page.goto(`/sign-in?error=${error}`)
      expect(await heading(page).textContent()).toBe("Sign-in failed")
    },
  )
})

describe("the gated pages", () => {
  it.each([
    {
      user: USERS.unverified,
      verified: "Verified members only",
      trusted: "Trusted members only",
    },
    { user: USERS.verified, verified: "Verified members", trusted: "Trusted members only" },
    { user: USERS.trusted, verified: "Verified members", trusted: "Trusted members" },
  ])("show $user the content that the level allows", async ({ user, verified, trusted }) => {
    const { page, consoleErrors } = await app.open()
    await signIn(page, user)
    await page.waitForURL("/profile")
    await page.getByRole("link", { name: "Verified", exact: true }).click()
    await page.waitForURL("/verified")
    await expect.poll(() => heading(page).textContent()).toBe(verified)
    await page.getByRole("link", { name: "Trusted", exact: true }).click()
    await page.waitForURL("/trusted")
    await expect.poll(() => heading(page).textContent()).toBe(trusted)
    expect(consoleErrors).toEqual([])
  })

  it("name the level that the user is missing", async () => {
    const { page } = await app.open()
    await signIn(page, USERS.verified)
    await page.waitForURL("/profile")
    await page.goto("/trusted")
    const words = await page.getByRole("main").textContent()
    expect(words).toContain("Your Bink account is passkey-verified")
    expect(words).toContain("the gold badge")
  })

  it("require a sign-in after sign-out, Back included", async () => {
    const { page, consoleErrors } = await app.open()
    await signIn(page, USERS.trusted)
    await page.waitForURL("/profile")
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.waitForURL("/")
    await page.getByRole("button", { name: "Sign in with Bink" }).waitFor()
    expect(await session(page)).toBeNull()
    await page.goBack()
    await page.waitForURL("/sign-in?callbackUrl=/profile")
    for (const path of ["/profile", "/verified", "/trusted"]) {
      await page.goto(path)
      expect(page.url()).toBe(`${app.url}/sign-in?callbackUrl=${path}`)
    }
    expect(consoleErrors).toEqual([])
  })
})

describe("every page", () => {
  it("does not shift when its scripts run", async () => {
    for (const path of ["/", "/sign-in", "/sign-in?error=AccessDenied"]) {
      const { page } = await app.open()
      let paint = () => {}
      const painted = new Promise<void>((resolve) => {
        paint = resolve
      })
      await page.route("**/*.js", async (route) => {
        await painted
        await route.continue()
      })
      await page.goto(path, { waitUntil: "domcontentloaded" })
      // A busy browser paints unfinished HTML before, in which centered elements grow and move.
      await page.evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        new PerformanceObserver(() => {
          document.documentElement.dataset.shifted = ""
        }).observe({ type: "layout-shift" })
      })
      paint()
      await page.waitForLoadState("networkidle")
      expect(await page.locator("html").getAttribute("data-shifted"), path).toBeNull()
    }
  })

  it("forbids framing and sends no X-Powered-By", async () => {
    const { page } = await app.open()
    const headers = (await page.goto("/"))?.headers() ?? {}
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers["x-content-type-options"]).toBe("nosniff")
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin")
    expect(headers).not.toHaveProperty("x-powered-by")
  })
})
