import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { resolve } from "node:path"
import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { crawl, deadLinks, foreignRequests, htmlPages } from "./crawl.ts"
import { serveFolder } from "./static-host.ts"

/** The site as `npm run build-docs` makes it, in a folder of a static host. */

const BASE = "/deep/bink/"
/** Within the site's own folder: its build finds its packages from where it writes to. */
const FOLDER = resolve("site/.cache/test-site")
/** One page of each kind. */
const KINDS = ["", "concepts/freshness/", "reference/api/react/", "reference/faults/", "errors/", "404.html"]

let host: Awaited<ReturnType<typeof serveFolder>>
let browser: Browser
/** What pages of this file asked other hosts for. */
const foreign: string[] = []

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true })
  const { status, stdout, stderr } = spawnSync(process.execPath, ["site/build.ts", FOLDER], {
    env: { ...process.env, SITE_URL: BASE, NODE_ENV: "production" },
    encoding: "utf8",
  })
  expect(status, stdout + stderr).toBe(0)
  host = await serveFolder(FOLDER, BASE)
  browser = await chromium.launch(browserOptions())
})

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(host.url)) foreign.push(request.url())
  })
  await page.goto(host.url + path)
  return page
}

test("every link, picture and anchor of every page leads somewhere, and none asks another host", async () => {
  const page = await visit("")
  const pages = await crawl(page, FOLDER, BASE)
  expect(pages.length).toBeGreaterThan(12)
  expect(deadLinks(pages, FOLDER, BASE)).toEqual([])
  expect(foreignRequests(pages)).toEqual([])
  await page.context().close()
})

test("every page is in the menu", async () => {
  const page = await visit("")
  const links = await page
    .locator("nav.sidebar a")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  const pages = htmlPages(FOLDER).map((file) => host.url + file.replace(/index\.html$/, ""))
  const left = pages.filter((url) => !links.includes(url))
  expect(left.sort()).toEqual([host.url, `${host.url}404.html`])
  await page.context().close()
})

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  describe.each([380, 1280])("%i px wide", (width) => {
    test.each(KINDS)("/%s hinders nobody, and nothing sticks out", async (path) => {
      const page = await visit(path, { colorScheme, viewport: { width, height: 900 } })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.context().close()
    })
  })

  test("the menu of a phone and the search hinder nobody", async () => {
    const page = await visit("concepts/freshness/", { colorScheme, viewport: { width: 380, height: 900 } })
    await page.getByRole("button", { name: "Menu" }).click()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press("Escape")
    await search(page, "revalidate")
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

test("the search finds a word, and leads to its page", async () => {
  const page = await visit("")
  const results = await search(page, "revalidate")
  await results.getByRole("link", { name: /fresh/i }).first().click()
  await page.waitForURL(/\/concepts\/freshness\//)
  await page.context().close()
})

test("whoever opens the search before its field is there types into it", async () => {
  const page = await visit("")
  let arrive = () => {}
  const opened = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const asked = page.waitForRequest(/\/ui-core\./)
  await page.route(/\/ui-core\./, async (route) => {
    await opened
    await route.continue()
  })
  await page.reload({ waitUntil: "domcontentloaded" })
  await asked
  await page.keyboard.press("Control+k")
  expect(await page.locator("#starlight__search input").count()).toBe(0)
  arrive()
  const field = page.locator("#starlight__search input:focus")
  await field.waitFor()
  await page.keyboard.type("revalidate")
  expect(await field.inputValue()).toBe("revalidate")
  await page.context().close()
})

test("the switch in the header changes the pictures too", async () => {
  const page = await visit("", { colorScheme: "dark" })
  const picture = page.locator("figure img")
  await picture.scrollIntoViewIfNeeded()
  const shown = () => picture.evaluate((image: HTMLImageElement) => image.currentSrc)
  await expect.poll(shown).toContain("-dark.")
  await page.getByRole("combobox", { name: "Select theme" }).selectOption("light")
  await expect.poll(shown).toContain("-light.")
  await page.context().close()
})

test("the recording stands still for people who asked for that, here or of their system", async () => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const page = await visit("", { reducedMotion })
    const picture = page.locator("figure img")
    await picture.scrollIntoViewIfNeeded()
    const shown = () => picture.evaluate((image: HTMLImageElement) => image.currentSrc)
    if (reducedMotion === "no-preference") {
      await expect.poll(shown).toContain(".webp")
      await page.getByRole("button", { name: "Pause" }).click()
    }
    await expect.poll(shown).toContain(".png")
    await page.context().close()
  }
})

describe("without JavaScript", () => {
  test.each([
    ["light", "rgb(255, 255, 255)"],
    ["dark", "rgb(15, 20, 29)"],
  ] as const)(
    "a %s system gets a page of its colours, with its text and the menu",
    async (colorScheme, color) => {
      const page = await visit("concepts/freshness/", { javaScriptEnabled: false, colorScheme })
      expect(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
        color,
      )
      await page.getByText("session.user.bink.checkedAt").first().waitFor()
      // Nothing is offered that cannot work.
      expect(await page.getByRole("button", { name: "Search" }).isVisible()).toBe(false)
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Security" }).click()
      await page.waitForURL(/\/concepts\/security\/$/)
      await page.context().close()
    },
  )

  test("the menu opens on a phone", async () => {
    const viewport = { width: 380, height: 800 }
    const page = await visit("concepts/freshness/", { javaScriptEnabled: false, viewport })
    const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Security" })
    expect(await link.isVisible()).toBe(false)
    await page.getByRole("button", { name: "Menu" }).click()
    await link.click()
    await page.getByRole("heading", { name: "Security", level: 1 }).waitFor()
    await page.context().close()
  })
})

test("Storybook is a part of it", async () => {
  const page = await visit("")
  await page.getByRole("link", { name: "Try the components" }).click()
  const story = page.frameLocator("#storybook-preview-iframe")
  await story.getByRole("heading", { name: "Sign in with Bink" }).first().waitFor({ timeout: 30_000 })
  await page.context().close()
})

test("nothing that was done here asked another host", () => {
  expect(foreign).toEqual([])
})

async function search(page: Page, words: string) {
  await page.getByRole("button", { name: "Search" }).click()
  await page.locator("#starlight__search input").fill(words)
  const results = page.locator("#starlight__search .pagefind-ui__results")
  await results.getByRole("link").first().waitFor()
  return results
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target).join(", ")}`)
}
