import type { Page } from "playwright"
import { afterAll, beforeAll, expect, it } from "vitest"
import {
  type AppUnderTest,
  signIn,
  startAppUnderTest,
  USERS,
  violationsInBothSchemes,
} from "../helpers/app-under-test.ts"

let app: AppUnderTest

beforeAll(async () => {
  app = await startAppUnderTest()
})
afterAll(() => app.close())

it("no page of the demo has axe violations, light and dark", { timeout: 120_000 }, async () => {
  const { page } = await app.open()
  const found: string[] = []
  const check = async (path: string) => {
    await page.goto(path)
    found.push(...(await violationsInBothSchemes(page)))
  }
  for (const path of ["/", "/sign-in", "/sign-in?error=OAuthCallbackError", "/nowhere"]) await check(path)
  await signIn(page, USERS.verified)
  await page.waitForURL("/profile")
  for (const path of ["/", "/profile", "/verified", "/trusted"]) await check(path)
  expect(found).toEqual([])
})

it("no page of the demo scrolls horizontally at a width of 320 px", async () => {
  const { page } = await app.open({ viewport: { width: 320, height: 640 } })
  const tooWide: string[] = []
  const check = async (path: string) => {
    await page.goto(path)
    if (await overflows(page)) tooWide.push(path)
  }
  for (const path of ["/", "/sign-in", "/sign-in?error=OAuthAccountNotLinked", "/nowhere"]) await check(path)
  await signIn(page, USERS.trusted)
  await page.waitForURL("/profile")
  for (const path of ["/", "/profile", "/verified"]) await check(path)
  expect(tooWide).toEqual([])
})

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
