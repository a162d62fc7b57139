import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { PEOPLE, signIn, startWorld, toConsent, violations, type World } from "./world.ts"

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.end())

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  it("no page of the demo hinders anyone", async () => {
    const { page } = await world.visit({ colorScheme })
    const found: string[] = []
    const look = async (path: string) => {
      await page.goto(path)
      found.push(...(await violations(page)))
    }
    for (const path of ["/", "/sign-in", "/sign-in?error=OAuthCallbackError", "/nowhere"]) await look(path)
    await signIn(page, PEOPLE.verified)
    await page.waitForURL("/profile")
    for (const path of ["/", "/profile", "/verified", "/trusted"]) await look(path)
    expect(found).toEqual([])
  })

  it("no page of the emulated Bink hinders anyone", async () => {
    const { page } = await world.visit({ colorScheme })
    await page.goto("/")
    await page.getByRole("button", { name: "Sign in with Bink" }).click()
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    const found = await violations(page)
    await page.goto("/")
    await toConsent(page, PEOPLE.trusted)
    found.push(...(await violations(page)))
    await page.goto(`${world.binkUrl}/api/oauth/authorize?client_id=unknown`)
    found.push(...(await violations(page)))
    expect(found).toEqual([])
  })
})

describe("on a phone as narrow as they come", () => {
  it("nothing sticks out sideways", async () => {
    const { page } = await world.visit({ viewport: { width: 320, height: 640 } })
    const wide: string[] = []
    const look = async (path: string) => {
      await page.goto(path)
      if (await overflows(page)) wide.push(path)
    }
    for (const path of ["/", "/sign-in", "/sign-in?error=OAuthAccountNotLinked", "/nowhere"]) await look(path)
    await signIn(page, PEOPLE.trusted)
    await page.waitForURL("/profile")
    for (const path of ["/", "/profile", "/verified"]) await look(path)
    expect(wide).toEqual([])
  })

  const overflows = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
})
