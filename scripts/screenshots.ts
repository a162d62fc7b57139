/**
 * `npm run screenshots`: makes every picture in `docs/images`, in a real browser: the demo and the emulated Bink, stage
 * by stage and as a recording, and the components.
 */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { type Browser, chromium } from "playwright"
import { browserOptions } from "./browser.ts"
import { showComponents } from "./components-picture.ts"
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
import { Recording } from "./recording.ts"

type Scheme = "light" | "dark"

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
    await takeStages(browser, colorScheme)
    await recordSignIn(browser, colorScheme)
    await takeComponents(browser, colorScheme)
  }
} finally {
  await browser.close()
  await app.stop()
  await bink.close()
}

/** The stages of a sign-in, one picture each. */
async function takeStages(browser: Browser, colorScheme: Scheme): Promise<void> {
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

/** The same sign-in as a moving picture. */
async function recordSignIn(browser: Browser, colorScheme: Scheme): Promise<void> {
  const page = await browser.newPage({
    colorScheme,
    viewport: { width: 720, height: 720 },
    deviceScaleFactor: 2,
  })
  await page.goto(app.url)
  const recording = new Recording(page)
  await recording.stage()
  await recording.click(page.getByRole("button", { name: "Sign in with Bink" }))
  await page.getByRole("heading", { name: "Choose an account" }).waitFor()
  await recording.stage()
  await recording.click(page.getByRole("button", { name: "Yuki Tanaka" }))
  await page.getByRole("button", { name: "Allow" }).waitFor()
  await recording.stage()
  await recording.click(page.getByRole("button", { name: "Allow" }))
  await page.waitForURL("**/profile")
  await recording.stage(3_000)
  await recording.save(join(images, `sign-in-${colorScheme}.webp`), 1080)
  await page.close()
}

async function takeComponents(browser: Browser, colorScheme: Scheme): Promise<void> {
  const page = await browser.newPage({
    colorScheme,
    viewport: { width: 720, height: 260 },
    deviceScaleFactor: 2,
  })
  await showComponents(page)
  await page.screenshot({ path: join(images, `components-${colorScheme}.png`) })
  await page.close()
}
