/**
 * `npm run screenshots`: takes the images in `docs/images`: a sign-in to the demo, page by page and as an animation, and
 * the components.
 */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { type Browser, chromium } from "playwright"
import { browserOptions } from "../browser.ts"
import { buildPackage, isPackageOutdated } from "../build/package.ts"
import { buildApp, DEMO, freePort, isDemoOutdated, randomSecret, startApp } from "../demo/app.ts"
import { emulatorEnvironment, startEmulator } from "../demo/emulator.ts"
import { startProgress } from "../progress.ts"
import { ROOT } from "../run.ts"
import { showComponents } from "./components-picture.ts"
import { Recording } from "./recording.ts"

type Scheme = "light" | "dark"

const images = join(ROOT, "docs/images")
mkdirSync(images, { recursive: true })
const progress = startProgress(5)
await progress.step("Building the package", async () => {
  if (isPackageOutdated()) await buildPackage()
})
await progress.step("Building the demo", async () => {
  if (isDemoOutdated()) await buildApp(DEMO)
})

const port = await freePort(3000)
const emulator = await startEmulator(port)
const app = await startApp({
  command: "start",
  port,
  env: { AUTH_SECRET: randomSecret(), AUTH_TRUST_HOST: "true", ...emulatorEnvironment(emulator.url) },
})
const browser = await chromium.launch(browserOptions())
try {
  const schemes = ["light", "dark"] as const
  await progress.step("Taking the screenshots of the sign-in", async () => {
    for (const colorScheme of schemes) await takePages(browser, colorScheme)
  })
  await progress.step("Recording the sign-in", async () => {
    for (const colorScheme of schemes) await recordSignIn(browser, colorScheme)
  })
  await progress.step("Taking the screenshots of the components", async () => {
    for (const colorScheme of schemes) await takeComponents(browser, colorScheme)
  })
} finally {
  await browser.close()
  await app.stop()
  await emulator.close()
}

/** Takes one image per page of a sign-in. */
async function takePages(browser: Browser, colorScheme: Scheme): Promise<void> {
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

/** Records the sign-in as an animation. */
async function recordSignIn(browser: Browser, colorScheme: Scheme): Promise<void> {
  const page = await browser.newPage({
    colorScheme,
    viewport: { width: 720, height: 720 },
    deviceScaleFactor: 2,
  })
  await page.goto(app.url)
  const recording = new Recording(page)
  await recording.pause()
  await recording.click(page.getByRole("button", { name: "Sign in with Bink" }))
  await page.getByRole("heading", { name: "Choose an account" }).waitFor()
  await recording.pause()
  await recording.click(page.getByRole("button", { name: "Yuki Tanaka" }))
  await page.getByRole("button", { name: "Allow" }).waitFor()
  await recording.pause()
  await recording.click(page.getByRole("button", { name: "Allow" }))
  await page.waitForURL("**/profile")
  await recording.pause(3_000)
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
