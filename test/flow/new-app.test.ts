import { lstatSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { buildApp } from "../../scripts/demo-app.ts"
import { makeNewApp, type NewApp } from "./new-app.ts"
import { LEVELS, nextAuth4Settings, PEOPLE, signIn, startWorld, toConsent, type World } from "./world.ts"

const session = async (page: Page) => (await page.request.get("/api/auth/session")).json()
const badge = (page: Page) => page.getByRole("img")

describe("a new app with next-auth 5", () => {
  let app: NewApp
  let world: World

  beforeAll(async () => {
    app = makeNewApp(5)
    buildApp(app.folder)
    world = await startWorld({ folder: app.folder })
  })
  afterAll(() => world?.end())

  it("has installed what is published, and all of the README's recipe", () => {
    const installed = join(app.folder, "node_modules/authjs-bink")
    expect(lstatSync(installed).isSymbolicLink()).toBe(false)
    expect(readdirSync(installed)).not.toContain("src")
    expect(app.recipe).toEqual([
      "auth.ts",
      "app/api/auth/[...nextauth]/route.ts",
      "app/page.tsx",
      "app/members/page.tsx",
    ])
  })

  it.each(LEVELS)("signs in $person, level $level, and gates by it", async ({ person, level }) => {
    const { page, complaints } = await world.visit()
    await signIn(page, person)
    await page.getByText(person).waitFor()
    expect(await badge(page).count()).toBe(level > 0 ? 1 : 0)
    await page.goto("/members")
    const words = level > 0 ? `Welcome, ${person}.` : "This page is for verified users."
    expect(await page.locator("p").textContent()).toBe(words)
    expect(complaints).toEqual([])
  })
})

describe("a new app with next-auth 4", () => {
  let app: NewApp
  let world: World

  beforeAll(async () => {
    app = makeNewApp(4, "new-app", ["docs/get-started/next-auth-4.md"], "pages")
    buildApp(app.folder)
    world = await startWorld({ folder: app.folder, env: nextAuth4Settings })
  })
  afterAll(() => world?.end())

  it("has every file of the guide's pages router section", () => {
    expect(app.recipe).toEqual(["auth.ts", "pages/api/auth/[...nextauth].ts", "pages/index.tsx"])
  })

  it.each(LEVELS)("signs in $person, level $level", async ({ person, level, username, plan }) => {
    const { page, complaints } = await world.visit()
    await signIn(page, person)
    await page.getByText(person).waitFor()
    expect(await badge(page).count()).toBe(level > 0 ? 1 : 0)
    expect(await session(page)).toEqual({
      user: {
        name: person,
        email: `${username}@example.com`,
        image: expect.stringContaining(username),
        bink: {
          id: expect.stringMatching(new RegExp(`^cmbink0+${username}$`)),
          username,
          plan,
          verificationLevel: level,
          checkedAt: expect.any(Number),
        },
      },
      expires: expect.any(String),
    })
    expect(complaints).toEqual([])
  })

  it("signs in the person of whom Bink knows nothing but an id", async () => {
    const { page } = await world.visit()
    await signIn(page, PEOPLE.onlyAnId)
    await page.waitForURL("/")
    await expect.poll(() => session(page)).toHaveProperty("user.bink.id", "cmbink000000000000nothing")
  })

  it("takes who denies back to its sign-in page", async () => {
    const { page } = await world.visit()
    await page.goto("/")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Deny" }).click()
    await page.waitForURL(/\/api\/auth\/signin\?.*error=/)
    expect(new URL(page.url()).searchParams.get("code")).toBeNull()
    expect(await session(page)).toEqual({})
  })
})
