import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { PEOPLE, signIn, startWorld, toConsent, type World } from "./world.ts"

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.end())

const heading = (page: Page) => page.getByRole("heading", { level: 1 })
/** What a definition list says under a name. */
const fact = (page: Page, name: string) =>
  page.locator("dl > div", { has: page.getByText(name, { exact: true }) }).locator("dd")
const session = async (page: Page) => (await page.request.get("/api/auth/session")).json()

describe("signing in", () => {
  it.each([
    { person: PEOPLE.nobodySpecial, level: 0, username: "mia", plan: "FREE", badge: null },
    { person: PEOPLE.verified, level: 1, username: "kwame", plan: "VERIFIED", badge: /verified/i },
    { person: PEOPLE.trusted, level: 2, username: "yuki", plan: "BUSINESS", badge: /trusted/i },
  ])(
    "shows the profile and the badge of $person, level $level",
    async ({ person, level, username, plan, badge }) => {
      const { page, complaints } = await world.visit()
      await signIn(page, person)
      await page.waitForURL("/profile")

      await expect.poll(() => heading(page).textContent()).toContain(person)
      expect(await page.title()).toBe("Your profile · Bink demo")
      expect(await fact(page, "Name").textContent()).toBe(person)
      expect(await fact(page, "Email").textContent()).toBe(`${username}@example.com`)
      expect(await fact(page, "Username").textContent()).toBe(username)
      expect(await fact(page, "Picture").textContent()).toMatch(
        new RegExp(`^${world.binkUrl}/avatars/.+${username}`),
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
      expect(complaints).toEqual([])
    },
  )

  it("lets in the person of whom Bink knows nothing but an id", async () => {
    const { page, complaints } = await world.visit()
    await signIn(page, PEOPLE.onlyAnId)
    await page.waitForURL("/profile")
    for (const name of ["Name", "Email", "Username", "Picture"]) {
      expect(await fact(page, name).textContent()).toBe("None")
    }
    expect(await fact(page, "Bink ID").textContent()).toBe("cmbink000000000000nothing")
    expect(await page.locator("main img, main svg").count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it("gives the browser's session the identity, and no token", async () => {
    const { page } = await world.visit()
    await signIn(page, PEOPLE.trusted)
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

  it("goes back to the page that asked for it", async () => {
    const { page } = await world.visit()
    await page.goto("/verified")
    await expect.poll(() => heading(page).textContent()).toBe("Sign in to continue")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/verified")
    expect(await heading(page).textContent()).toBe("Verified members")
  })

  it("goes to no other site afterwards, whatever the address asks for", async () => {
    const { page } = await world.visit()
    await page.goto("/sign-in?callbackUrl=https://example.com/")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL((url) => url.origin === world.app.url)
    expect(await session(page)).toHaveProperty("user.name", PEOPLE.verified)
  })

  it("works with JavaScript switched off, out again included", async () => {
    const { page } = await world.visit({ javaScriptEnabled: false })
    await signIn(page, PEOPLE.verified)
    await page.waitForURL("/profile")
    expect(await fact(page, "Name").textContent()).toBe(PEOPLE.verified)
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.waitForURL("/")
    expect(await session(page)).toBeNull()
  })

  it("works from the keyboard alone", async () => {
    const { page } = await world.visit()
    await page.goto("/")
    await page.keyboard.press("Tab")
    expect(await page.locator(":focus").textContent()).toBe("Skip to content")
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("main")
    await pressOn(page, "Sign in with Bink")
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await pressOn(page, PEOPLE.trusted)
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await pressOn(page, "Allow")
    await page.waitForURL("/profile")
    await pressOn(page, "Sign out")
    await page.waitForURL("/")
  })

  /** Tabs to what is called so, and presses Enter. */
  async function pressOn(page: Page, name: string) {
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab")
      const focused = page.locator(":focus")
      if ((await focused.count()) > 0 && (await focused.textContent())?.includes(name)) {
        return page.keyboard.press("Enter")
      }
    }
    throw new Error(`Tab never came to "${name}"`)
  }
})

describe("not signing in", () => {
  it("leaves the button as it was to who comes back from Bink", async () => {
    const { page, complaints } = await world.visit()
    await page.goto("/")
    const button = page.getByRole("button", { name: "Sign in with Bink" })
    await button.click()
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await page.goBack()
    await expect.poll(() => button.getAttribute("aria-busy")).not.toBe("true")
    await toConsent(page, PEOPLE.verified)
    expect(complaints).toEqual([])
  })

  it("tells who denies that nothing was shared", async () => {
    const { page, complaints } = await world.visit()
    await page.goto("/")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Deny" }).click()
    await page.waitForURL("/sign-in?error=OAuthCallbackError")
    expect(await heading(page).textContent()).toBe("You are not signed in")
    expect(await page.getByRole("main").textContent()).toContain("Nothing was shared")
    expect(await session(page)).toBeNull()
    expect(complaints).toEqual([])

    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/profile")
  })

  it("refuses a forged state, and shows neither it nor the code", async () => {
    const { page } = await world.visit()
    await page.route(`${world.binkUrl}/**`, async (route) => {
      if (route.request().method() !== "POST") return route.continue()
      const response = await route.fetch({ maxRedirects: 0 })
      const headers = response.headers()
      const location = new URL(headers.location ?? "", world.binkUrl)
      if (location.searchParams.has("state")) location.searchParams.set("state", "forged")
      await route.fulfill({ response, headers: { ...headers, location: location.href } })
    })
    await page.goto("/")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/sign-in?error=Configuration")
    expect(await heading(page).textContent()).toBe("Sign-in failed")
    expect(await session(page)).toBeNull()
  })

  it("refuses a callback that is used twice, and keeps the session", async () => {
    const { page } = await world.visit()
    let callback = ""
    page.on("request", (request) => {
      if (request.url().includes("/api/auth/callback/bink")) callback = request.url()
    })
    await signIn(page, PEOPLE.verified)
    await page.waitForURL("/profile")
    await page.goto(callback)
    expect(page.url()).toBe(`${world.app.url}/sign-in?error=Configuration`)
    expect(await session(page)).toHaveProperty("user.name", PEOPLE.verified)
  })

  it("survives a Bink that is down, and says so to no one's alarm", async () => {
    const { page } = await world.visit()
    const mend = world.bink.faults.add({ endpoint: "user", status: 503 })
    await page.goto("/")
    await toConsent(page, PEOPLE.trusted)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("/sign-in?error=Configuration")
    mend()
    expect(await session(page)).toBeNull()
  })

  it.each(["", "toString", "Verification&error=Configuration"])(
    "has words for any error there may be: %j",
    async (error) => {
      const { page } = await world.visit()
      await page.goto(`/sign-in?error=${error}`)
      expect(await heading(page).textContent()).toBe("Sign-in failed")
    },
  )
})

describe("the rooms", () => {
  it.each([
    {
      person: PEOPLE.nobodySpecial,
      verified: "Verified members only",
      trusted: "Trusted members only",
    },
    { person: PEOPLE.verified, verified: "Verified members", trusted: "Trusted members only" },
    { person: PEOPLE.trusted, verified: "Verified members", trusted: "Trusted members" },
  ])("open to $person as far as Bink vouches", async ({ person, verified, trusted }) => {
    const { page, complaints } = await world.visit()
    await signIn(page, person)
    await page.waitForURL("/profile")
    await page.getByRole("link", { name: "Verified", exact: true }).click()
    await page.waitForURL("/verified")
    await expect.poll(() => heading(page).textContent()).toBe(verified)
    await page.getByRole("link", { name: "Trusted", exact: true }).click()
    await page.waitForURL("/trusted")
    await expect.poll(() => heading(page).textContent()).toBe(trusted)
    expect(complaints).toEqual([])
  })

  it("tell who is kept out what is missing", async () => {
    const { page } = await world.visit()
    await signIn(page, PEOPLE.verified)
    await page.waitForURL("/profile")
    await page.goto("/trusted")
    const words = await page.getByRole("main").textContent()
    expect(words).toContain("Your Bink account is passkey-verified")
    expect(words).toContain("the gold badge")
  })

  it("close when the person signs out", async () => {
    const { page, complaints } = await world.visit()
    await signIn(page, PEOPLE.trusted)
    await page.waitForURL("/profile")
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.waitForURL("/")
    await page.getByRole("button", { name: "Sign in with Bink" }).waitFor()
    expect(await session(page)).toBeNull()
    await page.goBack()
    await page.waitForURL("/sign-in?callbackUrl=/profile")
    for (const path of ["/profile", "/verified", "/trusted"]) {
      await page.goto(path)
      expect(page.url()).toBe(`${world.app.url}/sign-in?callbackUrl=${path}`)
    }
    expect(complaints).toEqual([])
  })
})

describe("the pages", () => {
  it("stand still while they load", async () => {
    const { page } = await world.visit()
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const { dataset } = document.documentElement
        dataset.shifts = String(Number(dataset.shifts ?? 0) + list.getEntries().length)
      }).observe({ type: "layout-shift", buffered: true })
    })
    for (const path of ["/", "/sign-in", "/sign-in?error=AccessDenied"]) {
      await page.goto(path, { waitUntil: "networkidle" })
      expect(await page.locator("html").getAttribute("data-shifts")).toBeNull()
    }
  })

  it("may not be framed, and say nothing of what serves them", async () => {
    const { page } = await world.visit()
    const headers = (await page.goto("/"))?.headers() ?? {}
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers["x-content-type-options"]).toBe("nosniff")
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin")
    expect(headers).not.toHaveProperty("x-powered-by")
  })
})
