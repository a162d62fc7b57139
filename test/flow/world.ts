import { AxeBuilder } from "@axe-core/playwright"
import { type BinkEmulator, type BinkEmulatorOptions, createBinkEmulator } from "authjs-bink/emulator"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { browserOptions } from "../../scripts/browser.ts"
import {
  type App,
  type AppOptions,
  buildDemo,
  demoClient,
  type Environment,
  emulated,
  freePort,
  startApp,
  throwawaySecret,
} from "../../scripts/demo-app.ts"

/** An app in production, an emulated Bink, and a browser between them. */
export interface World {
  app: App
  bink: BinkEmulator
  binkUrl: string
  browser: Browser
  /** A page of a browser that has seen nothing yet. What its console complains of is in `complaints`. */
  visit(options?: BrowserContextOptions): Promise<Visitor>
  end(): Promise<void>
}

export interface Visitor {
  page: Page
  /** Errors and warnings of the console, React's on hydration among them, and what scripts threw. */
  complaints: string[]
}

export interface WorldOptions extends Pick<AppOptions, "folder" | "program"> {
  /** Where the app serves its sign-in. @default "/api/auth" */
  basePath?: string
  /** Over the settings that make everything work, by the app's address; `undefined` takes one away. */
  env?: (url: string) => Environment
  bink?: BinkEmulatorOptions
}

export async function startWorld(worldOptions: WorldOptions = {}): Promise<World> {
  const { basePath, env, bink: options, ...appOptions } = worldOptions
  if (!appOptions.folder) buildDemo()
  const started: (() => Promise<unknown>)[] = []
  const end = async () => {
    for (const stop of started.splice(0).reverse()) await stop()
  }
  try {
    const port = await freePort(0)
    const bink = createBinkEmulator({ clients: [demoClient(port, basePath)], ...options })
    const server = await bink.listen({ port: 0 })
    started.push(() => server.close())
    const app = await startApp({
      command: "start",
      port,
      ...appOptions,
      env: {
        AUTH_SECRET: throwawaySecret(),
        AUTH_TRUST_HOST: "true",
        ...emulated(server.url),
        ...env?.(`http://localhost:${port}`),
      },
    })
    started.push(() => app.stop())
    const browser = await chromium.launch(browserOptions())
    started.push(() => browser.close())
    return { app, bink, binkUrl: server.url, browser, visit: (options) => visit(browser, app, options), end }
  } catch (error) {
    await end()
    throw error
  }
}

async function visit(browser: Browser, app: App, options?: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: app.url, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(String(error)))
  return { page, complaints }
}

/** Over the settings for next-auth 5: the names that next-auth 4 reads. */
export const nextAuth4Settings = (url: string): Environment => ({
  AUTH_SECRET: undefined,
  AUTH_TRUST_HOST: undefined,
  NEXTAUTH_URL: url,
  NEXTAUTH_SECRET: throwawaySecret(),
})

/** The emulator's own people, by what its login page calls them. */
export const PEOPLE = {
  nobodySpecial: "Mia Moreno",
  verified: "Kwame Mensah",
  trusted: "Yuki Tanaka",
  onlyAnId: "No name",
} as const

/** The three of them whose level Bink knows, and what it says of each. */
export const LEVELS = [
  { person: PEOPLE.nobodySpecial, level: 0, username: "mia", plan: "FREE" },
  { person: PEOPLE.verified, level: 1, username: "kwame", plan: "VERIFIED" },
  { person: PEOPLE.trusted, level: 2, username: "yuki", plan: "BUSINESS" },
] as const

/** From a page with the button on it to the consent screen of Bink. */
export async function toConsent(page: Page, person: string): Promise<void> {
  await page.getByRole("button", { name: /with Bink$/ }).click()
  await page.getByRole("heading", { name: "Choose an account" }).waitFor()
  await page.getByRole("button", { name: person }).click()
  await page.getByRole("button", { name: "Allow" }).waitFor()
}

/** Signs in from the start page, or another one with the button on it, all the way. */
export async function signIn(page: Page, person: string, path = "/"): Promise<void> {
  await page.goto(path)
  await toConsent(page, person)
  await page.getByRole("button", { name: "Allow" }).click()
}

/** What axe finds wrong with the page as it is, in a few words each. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) => `${page.url()}: ${id} at ${nodes.map((node) => node.target).join(", ")}`,
  )
}
