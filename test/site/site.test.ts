import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { type MdastNode, markdownToMdast } from "satteri"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { entries } from "../../site/routes.ts"
import { fileAt, serveDirectory } from "../helpers/static-host.ts"
import { BASE, SITE_DIRECTORY } from "./built-site.ts"
import { crawl, deadLinks, foreignRequests, htmlPages } from "./crawl.ts"

/** One page of each layout. */
const LAYOUTS = [
  "",
  "concepts/freshness/",
  "reference/",
  "reference/api/react/",
  "reference/faults/",
  "errors/",
  "404.html",
]

let host: Awaited<ReturnType<typeof serveDirectory>>
let browser: Browser
/** Requests of the visited pages to other hosts. */
const foreign: string[] = []

beforeAll(async () => {
  host = await serveDirectory(SITE_DIRECTORY, BASE)
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

test("no page has a broken link or anchor, or loads anything from another host", async () => {
  const page = await visit("")
  const pages = await crawl(page, SITE_DIRECTORY, BASE)
  expect(pages.length).toBeGreaterThan(12)
  expect(deadLinks(pages, SITE_DIRECTORY, BASE)).toEqual([])
  expect(foreignRequests(pages)).toEqual([])
  await page.context().close()
})

test("every page is in the menu", async () => {
  const page = await visit("")
  const links = await page
    .locator("nav.sidebar a")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  const pages = htmlPages(SITE_DIRECTORY).map((file) => host.url + file.replace(/index\.html$/, ""))
  const missing = pages.filter((url) => !links.includes(url))
  expect(missing.sort()).toEqual([host.url, `${host.url}404.html`])
  await page.context().close()
})

describe.each(["light", "dark"] as const)("with a %s color scheme", (colorScheme) => {
  describe.each([380, 1280])("at %i px", (width) => {
    test.each(LAYOUTS)("/%s has no accessibility violation and does not scroll sideways", async (path) => {
      const page = await visit(path, { colorScheme, viewport: { width, height: 900 } })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.context().close()
    })
  })

  test("the mobile menu and the search have no accessibility violation", async () => {
    const page = await visit("concepts/freshness/", { colorScheme, viewport: { width: 380, height: 900 } })
    await page.getByRole("button", { name: "Menu" }).click()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press("Escape")
    await search(page, "revalidate")
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

test("a search result leads to its page", async () => {
  const page = await visit("")
  const results = await search(page, "revalidate")
  await results.getByRole("link", { name: /fresh/i }).first().click()
  await page.waitForURL(/\/concepts\/freshness\//)
  await page.context().close()
})

test.each([
  ["redirect_uri mismatch", "Messages without a code"],
  ["CallbackRouteError", "CallbackRouteError"],
  ["This return address is not registered", "Messages without a code"],
  ["bink_not_kept", "bink_not_kept"],
  ["Missing client credentials", "missing_credentials"],
])('the first result for "%s" is the Errors page, with the section "%s"', async (message, section) => {
  const page = await visit("")
  const results = await search(page, message)
  const links = results.locator(".pagefind-ui__result").first().getByRole("link")
  expect(await links.first().getAttribute("href")).toBe(`${BASE}errors/`)
  expect(await links.allTextContents()).toContain(section)
  await page.context().close()
})

test("focuses the search field if the search was opened before the field was loaded", async () => {
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

test("the theme switch changes the pictures", async () => {
  const page = await visit("", { colorScheme: "dark" })
  const picture = page.locator("figure img")
  await picture.scrollIntoViewIfNeeded()
  const shown = () => picture.evaluate((image: HTMLImageElement) => image.currentSrc)
  await expect.poll(shown).toContain("-dark.")
  await page.getByRole("combobox", { name: "Select theme" }).selectOption("light")
  await expect.poll(shown).toContain("-light.")
  await page.context().close()
})

test("a picture replaces the recording after Pause, and for users who prefer reduced motion", async () => {
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

describe("Markdown", () => {
  test("a page links to its Markdown, which has its title, description and text", async () => {
    const page = await visit("concepts/freshness/")
    const alternate = await page.locator('link[rel="alternate"][type="text/markdown"]').getAttribute("href")
    expect(alternate).toBe(`${BASE}concepts/freshness.md`)
    const title = await page.getByRole("heading", { level: 1 }).textContent()
    await page.getByRole("link", { name: "View as Markdown" }).click()
    const text = await page.locator("body").innerText()
    expect(text).toMatch(new RegExp(`^# ${title}\n\n> .+\n\n`))
    expect(text).toContain("session.user.bink.checkedAt")
    await page.context().close()
  })

  test("the home page's Markdown is the README", async () => {
    expect(readFileSync(join(SITE_DIRECTORY, "index.md"), "utf8")).toMatch(/^# authjs-bink\n/)
  })

  test("every link of every Markdown page leads to a file of the site", () => {
    const files = globSync(["**/*.md", "*.txt"], { cwd: SITE_DIRECTORY, exclude: ["storybook/**"] })
    expect(files.length).toBeGreaterThan(12)
    const dead = files.flatMap((file) =>
      linksOf(readFileSync(join(SITE_DIRECTORY, file), "utf8"))
        .filter((link) => !/^(https?:|mailto:|#)/.test(link))
        .filter((link) => !fileAt(SITE_DIRECTORY, BASE, link.split("#")[0] ?? ""))
        .map((link) => `${file} → ${link}`),
    )
    expect(dead).toEqual([])
  })

  test("llms.txt lists every page in the format of llmstxt.org", () => {
    const text = readFileSync(join(SITE_DIRECTORY, "llms.txt"), "utf8")
    expect(text).toMatch(/^# authjs-bink\n\n> .+\n\n[^#]+\n\n## Get started\n\n- \[.+\]\(.+\.md\): .+\n/)
    const pages = globSync("**/*.md", { cwd: SITE_DIRECTORY, exclude: ["storybook/**"] })
    const missing = pages.filter((file) => !text.includes(`(${BASE}${file.replaceAll("\\", "/")})`))
    expect(missing).toEqual([])
  })

  test("llms-full.txt contains every page", () => {
    const text = readFileSync(join(SITE_DIRECTORY, "llms-full.txt"), "utf8")
    for (const { route } of entries) {
      expect(text).toContain(readFileSync(join(SITE_DIRECTORY, `${route}.md`), "utf8").trim())
    }
  })
})

describe("API reference", () => {
  test("the index lists every export of every entry", async () => {
    const page = await visit("reference/")
    for (const { name, source } of entries) {
      await page.locator("main h2").getByRole("link", { name, exact: true }).waitFor()
      if (name.endsWith("/locales")) continue
      for (const exported of exportsOf(source)) {
        const link = page.locator("main td:first-child").getByRole("link", { name: exported, exact: true })
        expect(await link.count(), exported).toBe(1)
      }
    }
    await page.context().close()
  })

  test("every parameter has a name", () => {
    const unnamed = entries.flatMap(({ route }) =>
      readFileSync(join(SITE_DIRECTORY, `${route}.md`), "utf8")
        .split("\n")
        .filter((line) => line.includes("__namedParameters"))
        .map((line) => `${route}: ${line}`),
    )
    expect(unnamed).toEqual([])
  })
})

describe("without JavaScript", () => {
  test.each([
    ["light", "rgb(255, 255, 255)"],
    ["dark", "rgb(15, 20, 29)"],
  ] as const)(
    "the page follows a %s color scheme, and shows its text and menu",
    async (colorScheme, color) => {
      const page = await visit("concepts/freshness/", { javaScriptEnabled: false, colorScheme })
      expect(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
        color,
      )
      await page.getByText("session.user.bink.checkedAt").first().waitFor()
      // The search needs JavaScript.
      expect(await page.getByRole("button", { name: "Search" }).isVisible()).toBe(false)
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Security" }).click()
      await page.waitForURL(/\/concepts\/security\/$/)
      await page.context().close()
    },
  )

  test("the mobile menu opens", async () => {
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

test("the link to the components opens Storybook", async () => {
  const page = await visit("")
  await page.getByRole("link", { name: "Try the components" }).click()
  const story = page.frameLocator("#storybook-preview-iframe")
  await story.getByRole("heading", { name: "Sign in with Bink" }).first().waitFor({ timeout: 30_000 })
  await page.context().close()
})

test("no visited page requested another host", () => {
  expect(foreign).toEqual([])
})

/** The names that the source of an entry exports from its own directory. */
function exportsOf(source: string): string[] {
  const text = readFileSync(source, "utf8")
  const lists = [...text.matchAll(/export (?:type )?\{([^}]*)\} from "\.\/[^"]+"/g)]
  return lists
    .flatMap(([, names = ""]) => names.split(","))
    .map(
      (name) =>
        name
          .replace(/\btype\b/, "")
          .split(" as ")
          .at(-1)
          ?.trim() ?? "",
    )
    .filter((name) => name && name !== "default")
}

function linksOf(markdown: string): string[] {
  const links: string[] = []
  const visit = (node: MdastNode): void => {
    if (node.type === "link" || node.type === "image") links.push(node.url)
    if ("children" in node) for (const child of node.children) visit(child as MdastNode)
  }
  visit(markdownToMdast(markdown))
  return links
}

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
