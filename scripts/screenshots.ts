/** `npm run screenshots`: takes the pictures of the README, of the demo and the emulated Bink in a real browser. */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { chromium } from "playwright"
import { browserOptions } from "./browser.ts"
import {
  buildDemo,
  buildPackage,
  emulated,
  freePort,
  root,
  startApp,
  startEmulator,
  throwawaySecret,
} from "./demo-app.ts"

const images = join(root, "docs/images")
mkdirSync(images, { recursive: true })
buildPackage()
buildDemo()

const port = await freePort(3000)
const bink = await startEmulator(port)
const app = await startApp({
  command: "start",
  port,
  env: { AUTH_SECRET: throwawaySecret(), AUTH_TRUST_HOST: "true", ...emulated(bink.url) },
})
const browser = await chromium.launch(browserOptions())
try {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 960, height: 760 } })
    const take = async (name: string) => {
      await page.waitForLoadState("networkidle")
      await page.screenshot({ path: join(images, `${name}-${colorScheme}.png`) })
    }
    await page.goto(app.url)
    await take("home")
    await page.getByRole("button", { name: "Sign in with Bink" }).click()
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await take("login")
    await page.getByRole("button", { name: "Yuki Tanaka" }).click()
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await take("consent")
    await page.getByRole("button", { name: "Allow" }).click()
    await page.waitForURL("**/profile")
    await take("profile")
    await page.close()
  }
} finally {
  await browser.close()
  await app.stop()
  await bink.close()
}
