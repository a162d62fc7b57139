import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright"
import { onTestFinished } from "vitest"
import { browserOptions } from "../../../scripts/browser.ts"
import { hydration, type ReactVersion, renderOnServer } from "./bundle.ts"

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Starts a server with fixed responses. It stops when the test ends. */
export async function serve(routes: Record<string, Handler | string>): Promise<string> {
  const server = createServer((request, response) => {
    const route = routes[new URL(request.url ?? "/", "http://app").pathname]
    if (request.url === "/favicon.ico") return void response.writeHead(204).end()
    if (route === undefined) return void response.writeHead(404).end("<h1>Not found</h1>")
    if (typeof route === "function") return route(request, response)
    const type = route.startsWith("<") ? "html" : "javascript"
    response.setHeader("content-type", `text/${type}; charset=utf-8`).end(route)
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** Returns an HTML page. */
export const html = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>App</title>${head}</head><body>${body}</body></html>`

/** Returns the routes of a server-rendered page and the script that hydrates it. */
export async function hydratedRoutes(
  react: ReactVersion,
  jsx: string,
  head = "",
): Promise<Record<string, string>> {
  const markup = await renderOnServer(react, jsx)
  return {
    "/": html(`<div id="root">${markup}</div><script src="/app.js"></script>`, head),
    "/app.js": await hydration(react, jsx),
  }
}

let browser: Promise<Browser> | undefined

/**
 * Opens a page in a new browser context, and returns it with its console output. The back/forward cache, which Playwright
 * disables, is enabled.
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<{ page: Page; log: string[] }> {
  browser ??= chromium.launch({
    ...browserOptions(),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  })
  const context = await (await browser).newContext(options)
  const page = await context.newPage()
  const log: string[] = []
  page.on("console", (message) => {
    if (!message.text().includes("React DevTools")) log.push(message.text())
  })
  page.on("pageerror", (error) => log.push(error.message))
  onTestFinished(() => context.close())
  return { page, log }
}

/** Closes the browser that the test file shares. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}
