import { join } from "node:path"
import { type Browser, chromium } from "playwright"
import { afterAll, beforeAll, expect, test } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { serveDirectory } from "../helpers/static-host.ts"
import { SITE_DIRECTORY } from "./built-site.ts"

/** A built Storybook under a path of a static host, such as `https://example.com/design/bink/`. */

let host: Awaited<ReturnType<typeof serveDirectory>>
let browser: Browser

beforeAll(async () => {
  host = await serveDirectory(join(SITE_DIRECTORY, "storybook"), "/design/bink/")
  browser = await chromium.launch(browserOptions())
})

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

test.each([
  ["?path=/docs/introduction--docs", "Sign in with Bink"],
  ["?path=/docs/theming--docs", "Contrast"],
  ["?path=/docs/components-sign-in-button--docs", "Sign-in button"],
  ["?path=/story/overview--every-state", "Themes and states"],
])("%s loads without errors and without requests to other hosts", async (path, heading) => {
  const page = await browser.newPage()
  const problems: string[] = []
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`)
  })
  page.on("requestfailed", (request) => {
    // The manager may navigate before a page has loaded.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`failed ${request.url()}`)
  })
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(host.url))
      problems.push(`other host: ${request.url()}`)
  })
  page.on("pageerror", (error) => problems.push(error.message))

  await page.goto(host.url + path)
  const preview = page.frameLocator("#storybook-preview-iframe")
  await preview.getByRole("heading", { name: heading }).first().waitFor({ timeout: 30_000 })
  await page.waitForLoadState("networkidle")
  expect(problems).toEqual([])
  await page.close()
})
