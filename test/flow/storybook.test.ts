import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Browser, chromium } from "playwright"
import { afterAll, beforeAll, expect, test } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { serveFolder } from "../site/static-host.ts"

/** A built Storybook in a folder of a static host, as `https://example.com/design/bink/` would have it. */

let folder: string
let host: Awaited<ReturnType<typeof serveFolder>>
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "storybook-"))
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve("node_modules/storybook/dist/bin/dispatcher.js"), "build", "--quiet", "-o", folder],
    { encoding: "utf8" },
  )
  expect(status, stderr).toBe(0)
  host = await serveFolder(folder, "/design/bink/")
  browser = await chromium.launch(browserOptions())
})

afterAll(async () => {
  await browser?.close()
  await host?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test.each([
  ["?path=/docs/introduction--docs", "Sign in with Bink"],
  ["?path=/docs/theming--docs", "Contrast"],
  ["?path=/docs/components-sign-in-button--docs", "Sign-in button"],
  ["?path=/story/overview--every-state", "Themes and states"],
])("%s loads from a folder, and asks nobody else", async (path, heading) => {
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`)
  })
  page.on("requestfailed", (request) => {
    // The manager leaves a page before all of it has come.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") wrong.push(`failed ${request.url()}`)
  })
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(host.url))
      wrong.push(`outside ${request.url()}`)
  })
  page.on("pageerror", (error) => wrong.push(error.message))

  await page.goto(host.url + path)
  const preview = page.frameLocator("#storybook-preview-iframe")
  await preview.getByRole("heading", { name: heading }).first().waitFor({ timeout: 30_000 })
  await page.waitForLoadState("networkidle")
  expect(wrong).toEqual([])
  await page.close()
})
