import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { extname, join, resolve } from "node:path"
import { type Browser, chromium } from "playwright"
import { afterAll, beforeAll, expect, test } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"

/** A built Storybook in a folder of a static host, as `https://example.com/design/bink/` would have it. */

const PREFIX = "/design/bink/"
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
}

let folder: string
let server: Server
let browser: Browser
let base: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "storybook-"))
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve("node_modules/storybook/dist/bin/dispatcher.js"), "build", "--quiet", "-o", folder],
    { encoding: "utf8" },
  )
  expect(status, stderr).toBe(0)
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    const file = join(folder, pathname.slice(PREFIX.length) || "index.html")
    if (!pathname.startsWith(PREFIX) || !existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
    response.end(readFileSync(file))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`
  browser = await chromium.launch(browserOptions())
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test.each([
  ["?path=/docs/introduction--docs", "Sign in with Bink"],
  ["?path=/docs/tokens--docs", "Contrast"],
  ["?path=/docs/components-signinwithbinkbutton--docs", "SignInWithBinkButton"],
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
    if (/^https?:/.test(request.url()) && !request.url().startsWith(base))
      wrong.push(`outside ${request.url()}`)
  })
  page.on("pageerror", (error) => wrong.push(error.message))

  await page.goto(base + path)
  const preview = page.frameLocator("#storybook-preview-iframe")
  await preview.getByRole("heading", { name: heading }).first().waitFor({ timeout: 30_000 })
  await page.waitForLoadState("networkidle")
  expect(wrong).toEqual([])
  await page.close()
})
