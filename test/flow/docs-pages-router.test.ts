import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { buildApp } from "../../scripts/demo/app.ts"
import {
  type AppUnderTest,
  nextAuth4Environment,
  signIn,
  startAppUnderTest,
  toConsent,
  USERS,
  USERS_BY_LEVEL,
} from "../helpers/app-under-test.ts"
import { createAppFromDocs, type NewApp } from "../helpers/new-app.ts"

const session = async (page: Page) => (await page.request.get("/api/auth/session")).json()
const badge = (page: Page) => page.getByRole("img")

describe("an app from the guide with next-auth 4 and the pages router", () => {
  let newApp: NewApp
  let app: AppUnderTest

  beforeAll(async () => {
    newApp = createAppFromDocs(4, "new-app", ["docs/get-started/next-auth-4.md"], "pages")
    await buildApp(newApp.directory)
    app = await startAppUnderTest({ directory: newApp.directory, env: nextAuth4Environment })
  })
  afterAll(() => app?.close())

  it("has every file that the guide names for the pages router", () => {
    expect(newApp.files).toEqual([
      "auth.ts",
      "pages/api/auth/[...nextauth].ts",
      "pages/index.tsx",
      "types/next-auth.d.ts",
    ])
  })

  it.each(USERS_BY_LEVEL)("signs in $name, level $level", async ({ name, level, username, plan }) => {
    const { page, consoleErrors } = await app.open()
    await signIn(page, name)
    await page.getByText(name).waitFor()
    expect(await badge(page).count()).toBe(level > 0 ? 1 : 0)
    expect(await session(page)).toEqual({
      user: {
        name,
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
    expect(consoleErrors).toEqual([])
  })

  it("signs in a user whose profile has only an id", async () => {
    const { page } = await app.open()
    await signIn(page, USERS.idOnly)
    await page.waitForURL("/")
    await expect.poll(() => session(page)).toHaveProperty("user.bink.id", "cmbink000000000000nothing")
  })

  it("returns to the sign-in page without a session after the user denies access", async () => {
    const { page } = await app.open()
    await page.goto("/")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Deny" }).click()
    await page.waitForURL(/\/api\/auth\/signin\?.*error=/)
    expect(new URL(page.url()).searchParams.get("code")).toBeNull()
    expect(await session(page)).toEqual({})
  })
})
