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

const isBusy = (page: Page) =>
  page.getByRole("button", { name: "Sign in with Bink" }).getAttribute("aria-busy")

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
  ["a number for url", { "/api/auth/signin/bink": `{"url":42}` }, "invalid_response"],
  ["a list for url", { "/api/auth/signin/bink": `{"url":["/bink"]}` }, "invalid_response"],
  ["a text for url", { "/api/auth/signin/bink": `{"url":"not found"}` }, "invalid_response"],
  [
    "blocked cookies in Auth.js 5",
    { "/api/auth/signin/bink": `{"url":"/sign-in?error=MissingCSRF"}` },
    "invalid_response",
  ],
  [
    "blocked cookies in NextAuth 4",
    { "/api/auth/signin/bink": `{"url":"/api/auth/signin?csrf=true"}` },
    "invalid_response",
  ],
  [
    "a javascript: URL with characters that browsers ignore",
    { "/api/auth/signin/bink": JSON.stringify({ url: "\u0001 Java\nscript:document.title='run'" }) },
    "invalid_response",
  ],
]

test.each(REACTS)(
  "React %i: a failed sign-in calls onError, shows an alert and can be retried",
  async (react) => {
    // The versions share the code of the requests: each runs every second failure.
    for (const [name, routes, code] of FAILURES.filter((_, index) => index % 2 === react % 2)) {
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

test.each(REACTS)("React %i: the button is idle after the action redirects inside the app", async (react) => {
  const { page, button } = await visit(
    react,
    `<main><SignInWithBinkButton action={async () => { window.calls = (window.calls ?? 0) + 1; throw Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;replace;/sign-in?error=Configuration;307;" }) }} /></main>`,
  )
  await button.click()
  await page.waitForFunction("window.calls === 1")
  await expect.poll(() => isBusy(page)).toBe("false")
  expect(await page.getByRole("alert").count()).toBe(0)
  await button.click()
  await page.waitForFunction("window.calls === 2")
})

test.each(REACTS)("React %i: the button is idle if the user stays on a page with a prompt", async (react) => {
  const { page, button, requests } = await visit(react, BUTTON)
  await page.evaluate(() => addEventListener("beforeunload", (event) => event.preventDefault()))
  let dialogs = 0
  page.on("dialog", (dialog) => {
    dialogs++
    void dialog.dismiss()
  })
  await button.click()
  await expect.poll(() => dialogs).toBe(1)
  await expect.poll(() => isBusy(page)).toBe("false")
  await button.click()
  await expect.poll(() => dialogs).toBe(2)
  expect(requests.filter((request) => request.startsWith("POST"))).toHaveLength(2)
})

test.each(REACTS)("React %i: texts change after the browser has translated the page", async (react) => {
  const { page, button } = await visit(
    react,
    `<main>{(() => { const App = () => { const [level, setLevel] = useState(1); return <><VerificationBadge verificationLevel={level} variant="label" /><button onClick={() => setLevel(2)}>Next</button><SignInWithBinkButton /></> }; return <App /> })()}</main>`,
    { "/api/auth/csrf": (_, response) => void response.writeHead(500).end() },
  )
  // What Chromium's translation does to each text.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts.filter(({ parentElement }) => parentElement?.tagName !== "SCRIPT")) {
      const font = document.createElement("font")
      text.replaceWith(font)
      font.append(text.data)
    }
  })
  await page.getByRole("button", { name: "Next" }).click()
  const label = page.getByRole("img", { name: "Trusted by Bink" })
  await expect.poll(() => label.locator("xpath=..").textContent()).toBe("\u00a0Trusted")
  await button.click()
  await expect.poll(() => page.getByRole("alert").textContent()).toBe("Sign-in failed. Try again.")
})

const STAYING: Record<string, Routes[string]> = {
  "no content": (_, response) => void response.writeHead(204).end(),
  "a download": (_, response) =>
    void response.writeHead(200, { "content-disposition": "attachment; filename=a.txt" }).end("text"),
}

test.each(
  REACTS.flatMap((react) => Object.entries(STAYING).map(([name, handler]) => ({ react, name, handler }))),
)("React $react: the button is idle after a navigation that returns $name", async ({ react, handler }) => {
  const { page, button, requests } = await visit(react, BUTTON, { "/bink": handler as never })
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(600_000)
  await button.click()
  await expect.poll(() => requests).toContain("GET /bink")
  await page.clock.runFor(9_000)
  expect(await isBusy(page)).toBe("true")
  await page.clock.runFor(1_500)
  await expect.poll(() => isBusy(page)).toBe("false")
  expect(await page.getByRole("alert").count()).toBe(0)
  await button.click()
  await expect.poll(() => requests.filter((request) => request === "GET /bink")).toHaveLength(2)
  // The second navigation replaces the first, which is an error of the first only.
  await page.clock.runFor(1_000)
  expect(await isBusy(page)).toBe("true")
})
