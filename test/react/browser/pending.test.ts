import type { Page } from "playwright"
import { afterAll, expect, test } from "vitest"
import { REACTS, type ReactVersion } from "./bundle.ts"
import { closeBrowser, html, hydratedRoutes, openPage, serve } from "./pages.ts"

afterAll(closeBrowser)

const BUTTON = `<main><SignInWithBinkButton onError={(error) => document.title = error.code} /></main>`

type Routes = Parameters<typeof serve>[0]

/** Opens a hydrated page with mocked Auth.js routes, and records their requests. */
async function visit(react: ReactVersion, jsx: string, routes: Routes = {}) {
  const requests: string[] = []
  const record: Routes = {}
  for (const [path, handler] of Object.entries({ ...AUTH, ...routes })) {
    record[path] = (request, response) => {
      requests.push(`${request.method} ${path}`)
      if (typeof handler === "function") handler(request, response)
      else response.end(handler)
    }
  }
  const url = await serve({
    "/bink": html("<h1>Bink</h1>"),
    ...(await hydratedRoutes(react, jsx)),
    ...record,
  })
  const { page, log } = await openPage()
  await page.goto(url)
  await page.waitForSelector("[data-hydrated]")
  return { page, log, requests, url, button: page.getByRole("button", { name: "Sign in with Bink" }) }
}

const AUTH: Routes = {
  "/api/auth/csrf": JSON.stringify({ csrfToken: "token" }),
  "/api/auth/signin/bink": JSON.stringify({ url: "/bink" }),
}

const isBusy = (page: Page) => page.getByRole("button").getAttribute("aria-busy")

test.each(REACTS)(
  "React %i: the button stays pending until the page is left, with the same size and focus",
  async (react) => {
    const { page, button } = await visit(react, BUTTON)
    const size = await button.boundingBox()
    // `pagehide` is the last event before the page is left.
    await page.evaluate(() =>
      addEventListener("pagehide", () => {
        const button = document.querySelector("button") as HTMLButtonElement
        const { x, y, width, height } = button.getBoundingClientRect()
        const last = {
          size: { x, y, width, height },
          busy: button.getAttribute("aria-busy"),
          disabled: button.getAttribute("aria-disabled"),
          focused: document.activeElement === button,
          announced: document.querySelector("[role=status]")?.textContent,
        }
        sessionStorage.setItem("last", JSON.stringify(last))
      }),
    )
    await button.focus()
    await page.keyboard.press("Enter")
    await page.waitForURL("**/bink")
    const last = JSON.parse(await page.evaluate(() => sessionStorage.getItem("last") ?? ""))
    expect(last).toEqual({ size, busy: "true", disabled: "true", focused: true, announced: "Opening Bink" })
  },
)

test.each(REACTS)("React %i: two clicks send the requests of one sign-in", async (react) => {
  const { page, button, requests } = await visit(react, BUTTON)
  await button.evaluate((element: HTMLButtonElement) => {
    element.click()
    element.click()
  })
  await page.waitForURL("**/bink")
  expect(requests).toEqual(["GET /api/auth/csrf", "POST /api/auth/signin/bink"])
})

test.each(REACTS)(
  "React %i: the button works again after the page is restored from the back/forward cache",
  async (react) => {
    const { page, button } = await visit(react, BUTTON)
    await page.evaluate(() =>
      addEventListener("pageshow", (event) =>
        document.body.setAttribute("data-persisted", String(event.persisted)),
      ),
    )
    await button.click()
    await page.waitForURL("**/bink")
    await page.goBack({ waitUntil: "commit" })
    expect(await page.getAttribute("body", "data-persisted")).toBe("true")
    await expect.poll(() => isBusy(page)).toBe("false")
    await button.click()
    await page.waitForURL("**/bink")
  },
)

const FAILURES: [string, Routes, string][] = [
  ["a broken connection", { "/api/auth/csrf": (request) => void request.socket.destroy() }, "network_error"],
  [
    "a 500 response",
    { "/api/auth/csrf": (_, response) => void response.writeHead(500).end("{}") },
    "server_error",
  ],
  [
    "an HTML page with status 404",
    { "/api/auth/csrf": (_, response) => void response.writeHead(404).end("<h1>Not found</h1>") },
    "server_error",
  ],
  ["an HTML page with status 200", { "/api/auth/csrf": "<h1>Welcome</h1>" }, "invalid_response"],
  ["a CSRF response that is null", { "/api/auth/csrf": "null" }, "invalid_response"],
  ["a sign-in response without url", { "/api/auth/signin/bink": "{}" }, "invalid_response"],
  ["a javascript: URL", { "/api/auth/signin/bink": `{"url":"javascript:alert(1)"}` }, "invalid_response"],
  [
    "a javascript: URL with characters that browsers ignore",
    { "/api/auth/signin/bink": JSON.stringify({ url: "\u0001 Java\nscript:document.title='run'" }) },
    "invalid_response",
  ],
]

test.each(REACTS)(
  "React %i: a failed sign-in calls onError, shows an alert and can be retried",
  async (react) => {
    for (const [name, routes, code] of FAILURES) {
      const { page, button, url } = await visit(react, BUTTON, routes)
      await button.click()
      await page.getByRole("alert").waitFor()
      expect(await page.getByRole("alert").textContent(), name).toBe("Sign-in failed. Try again.")
      expect(await page.title(), name).toBe(code)
      expect(await isBusy(page), name).toBe("false")
      expect(page.url()).toBe(`${url}/`)
      await page.route("**/api/auth/csrf", (route) => route.fulfill({ json: { csrfToken: "token" } }))
      await page.route("**/api/auth/signin/bink", (route) => route.fulfill({ json: { url: "/bink" } }))
      await button.click()
      await page.waitForURL("**/bink")
    }
  },
)

test.each(REACTS)("React %i: the button is pending until the action resolves or rejects", async (react) => {
  const { page, button, log } = await visit(
    react,
    `<main><SignInWithBinkButton pendingText="Hold on" action={(data) => new Promise((resolve, reject) => Object.assign(window, { resolve, reject, data }))} /></main>`,
  )
  const size = await button.boundingBox()
  await button.dblclick()
  await expect.poll(() => page.getByRole("status").textContent()).toBe("Hold on")
  expect(await button.boundingBox()).toEqual(size)
  expect(await page.evaluate("data instanceof FormData")).toBe(true)
  await page.evaluate("resolve()")
  await expect.poll(() => isBusy(page)).toBe("false")

  await button.click()
  await page.evaluate("reject(new Error('The action failed.'))")
  await page.getByRole("alert").waitFor()
  expect(await isBusy(page)).toBe("false")
  expect(log).toEqual([])
})

test.each(REACTS)("React %i: the button stays pending if the action redirects in Next.js", async (react) => {
  const { page, button } = await visit(
    react,
    `<main><SignInWithBinkButton action={async () => { window.called = true; throw Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;https://bink.example/;307;" }) }} /></main>`,
  )
  await button.click()
  await page.waitForFunction("window.called")
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await isBusy(page)).toBe("true")
  expect(await page.getByRole("alert").count()).toBe(0)
})
