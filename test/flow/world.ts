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
  const port = await freePort(0)
  const bink = createBinkEmulator({ clients: [demoClient(port, basePath)], ...options })
  const server = await bink.listen({ port: 0 })
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
  const browser = await chromium.launch(browserOptions())
  return {
    app,
    bink,
    binkUrl: server.url,
    browser,
    async visit(options) {
      const context = await browser.newContext({ baseURL: app.url, ...options })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text())
      })
      page.on("pageerror", (error) => complaints.push(String(error)))
      return { page, complaints }
    },
    async end() {
      await browser.close()
      await app.stop()
      await server.close()
    },
  }
}

/** The emulator's own people, by what its login page calls them. */
export const PEOPLE = {
  nobodySpecial: "Mia Moreno",
  verified: "Kwame Mensah",
  trusted: "Yuki Tanaka",
  onlyAnId: "No name",
} as const

/** From a page with the button on it to the consent screen of Bink. */
export async function toConsent(page: Page, person: string): Promise<void> {
  await page.getByRole("button", { name: /with Bink$/ }).click()
  await page.getByRole("heading", { name: "Choose an account" }).waitFor()
  await page.getByRole("button", { name: person }).click()
  await page.getByRole("button", { name: "Allow" }).waitFor()
}

/** Signs in from the start page, all the way. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto("/")
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
