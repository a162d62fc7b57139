import { AxeBuilder } from "@axe-core/playwright"
import { type BinkEmulator, type BinkEmulatorOptions, createBinkEmulator } from "authjs-bink/emulator"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { browserOptions } from "../../scripts/browser.ts"
import {
  type App,
  type AppOptions,
  buildApp,
  DEMO,
  freePort,
  isDemoOutdated,
  randomSecret,
  startApp,
} from "../../scripts/demo/app.ts"
import { demoClient, emulatorEnvironment } from "../../scripts/demo/emulator.ts"
import type { Environment } from "../../scripts/run.ts"

/** An app in production mode, an emulator, and a browser. */
export interface AppUnderTest extends Pick<App, "url" | "log"> {
  emulator: BinkEmulator
  emulatorUrl: string
  browser: Browser
  /** Opens a page in a new browser context. */
  open(options?: BrowserContextOptions): Promise<OpenPage>
  close(): Promise<void>
}

export interface OpenPage {
  page: Page
  /** Errors and warnings of the console, React's hydration warnings included, and uncaught errors. */
  consoleErrors: string[]
}

export interface AppUnderTestOptions extends Pick<AppOptions, "directory" | "program"> {
  /** Path of the app's sign-in routes. @default "/api/auth" */
  basePath?: string
  /** Overrides environment variables. `undefined` removes a variable. */
  env?: (url: string) => Environment
  emulator?: BinkEmulatorOptions
}

/** Starts an app with an emulator and a browser. Builds the demo first if it is outdated. */
export async function startAppUnderTest({
  basePath,
  env,
  emulator: emulatorOptions,
  ...appOptions
}: AppUnderTestOptions = {}): Promise<AppUnderTest> {
  if (!appOptions.directory && isDemoOutdated()) await buildApp(DEMO)
  const cleanups: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  }
  try {
    const port = await freePort(0)
    const emulator = createBinkEmulator({ clients: [demoClient(port, basePath)], ...emulatorOptions })
    const server = await emulator.listen({ port: 0 })
    cleanups.push(() => server.close())
    const app = await startApp({
      command: "start",
      port,
      ...appOptions,
      env: {
        AUTH_SECRET: randomSecret(),
        AUTH_TRUST_HOST: "true",
        ...emulatorEnvironment(server.url),
        ...env?.(`http://localhost:${port}`),
      },
    })
    cleanups.push(() => app.stop())
    const browser = await chromium.launch(browserOptions())
    cleanups.push(() => browser.close())
    return {
      url: app.url,
      log: app.log,
      emulator,
      emulatorUrl: server.url,
      browser,
      open: (options) => openPage(browser, { baseURL: app.url, ...options }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const consoleErrors: string[] = []
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) consoleErrors.push(message.text())
  })
  page.on("pageerror", (error) => consoleErrors.push(String(error)))
  return { page, consoleErrors }
}

/** Replaces the environment variables of next-auth 5 with those of next-auth 4. */
export const nextAuth4Environment = (url: string): Environment => ({
  AUTH_SECRET: undefined,
  AUTH_TRUST_HOST: undefined,
  NEXTAUTH_URL: url,
  NEXTAUTH_SECRET: randomSecret(),
})

/** The emulator's default users, by the text of their button on the login page. */
export const USERS = {
  unverified: "Mia Moreno",
  verified: "Kwame Mensah",
  trusted: "Yuki Tanaka",
  idOnly: "No name",
} as const

/** The default users with a name: one of each verification level. */
export const USERS_BY_LEVEL = [
  { name: USERS.unverified, level: 0, username: "mia", plan: "FREE" },
  { name: USERS.verified, level: 1, username: "kwame", plan: "VERIFIED" },
  { name: USERS.trusted, level: 2, username: "yuki", plan: "BUSINESS" },
] as const

/** Starts a sign-in from a page with the button, and chooses the user. Ends on the consent page. */
export async function toConsent(page: Page, user: string): Promise<void> {
  await page.getByRole("button", { name: /with Bink$/ }).click()
  await page.getByRole("heading", { name: "Choose an account" }).waitFor()
  await page.getByRole("button", { name: user }).click()
  await page.getByRole("button", { name: "Allow" }).waitFor()
}

/** Opens a page with the button, signs in, and allows access. */
export async function signIn(page: Page, user: string, path = "/"): Promise<void> {
  await page.goto(path)
  await toConsent(page, user)
  await page.getByRole("button", { name: "Allow" }).click()
}

/** Returns the accessibility violations that axe finds on the page. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) => `${page.url()}: ${id} at ${nodes.map((node) => node.target).join(", ")}`,
  )
}

/** Returns the accessibility violations of the page with a light and with a dark color scheme. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    // A color in transition would fail the contrast check.
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .flatMap((animation) => (animation instanceof CSSTransition ? [animation.finished] : [])),
      ),
    )
    found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`))
  }
  return found
}
