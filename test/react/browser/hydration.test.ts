import { afterAll, expect, test } from "vitest"
import { REACTS } from "./bundle.ts"
import { closeBrowser, hydratedRoutes, openPage, serve } from "./pages.ts"

afterAll(closeBrowser)

const EVERYTHING = `<main>
  <SignInWithBinkButton />
  <SignInWithBinkButton variant="icon" theme="outline" shape="circle" colorScheme="dark" />
  <SignInWithBinkButton theme="neutral" size="small" fullWidth messages={{ signin_with: "تسجيل الدخول باستخدام Bink" }} dir="rtl" pending />
  <SignInWithBinkButton nonce={false} disabled>Children</SignInWithBinkButton>
  <SignInWithBinkButton unstyled className="mine" />
  <SignInWithBinkButton action={() => {}} />
  <h1>Ada <VerificationBadge verificationLevel={1} /></h1>
  <p><VerificationBadge verificationLevel={2} variant="label" /> <VerificationBadge verificationLevel={0} /></p>
  <p><VerificationBadgeButton verificationLevel={1} /> <VerificationBadgeButton verificationLevel={1} /></p>
  <BinkLogo width={40} height={40} />
</main>`

test.each(REACTS)("React %i hydrates every component without console output", async (react) => {
  const url = await serve(await hydratedRoutes(react, EVERYTHING))
  const { page, log } = await openPage()
  await page.goto(url)
  await page.waitForSelector("[data-hydrated]")
  expect(log).toEqual([])
})

test.each(REACTS)("React %i hydrates without a layout shift, also inside buttons", async (react) => {
  const routes = await hydratedRoutes(react, EVERYTHING)
  const script = routes["/app.js"] as string
  const url = await serve({ ...routes, "/app.js": "// hydrates later" })
  const { page } = await openPage()
  await page.goto(url)
  const boxes = () =>
    page.$$eval("button, button *, svg", (all) =>
      all.map((one) => JSON.stringify(one.getBoundingClientRect())),
    )
  const before = await boxes()
  // `performance.getEntriesByType` never returns layout shifts.
  await page.evaluate(() => {
    new PerformanceObserver(() => {
      document.body.dataset.shifted = ""
    }).observe({ type: "layout-shift" })
  })
  await page.addScriptTag({ content: script })
  await page.waitForSelector("[data-hydrated]")
  expect(await boxes()).toEqual(before)
  expect(await page.locator("body").getAttribute("data-shifted")).toBeNull()
})

test.each(REACTS)(
  "React %i opens the explanation of the clicked badge below it, with and without JavaScript",
  async (react) => {
    const url = await serve(await hydratedRoutes(react, EVERYTHING))
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await openPage({ javaScriptEnabled })
      await page.goto(url)
      if (javaScriptEnabled) await page.waitForSelector("[data-hydrated]")
      const buttons = page.getByRole("button", { name: "Passkey-verified by Bink" })
      expect(await buttons.count()).toBe(2)
      const box = await buttons.nth(1).boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
      await buttons.nth(1).click()
      const popovers = page.locator("[popover]")
      await expect.poll(() => popovers.nth(1).isVisible()).toBe(true)
      expect(await popovers.nth(0).isVisible()).toBe(false)
      expect(await popovers.nth(1).textContent()).toBe("Bink verified this user with a passkey.")
      const popover = await popovers.nth(1).boundingBox()
      expect(Math.abs((popover?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0)))).toBeLessThan(8)
      await page.keyboard.press("Escape")
      await expect.poll(() => popovers.nth(1).isVisible()).toBe(false)
    }
  },
)
