import type { Page } from "playwright"
import { afterAll, expect, test } from "vitest"
import { REACTS, type ReactVersion } from "./bundle.ts"
import { closeBrowser, html, hydrated, openPage, serve } from "./stage.ts"

afterAll(closeBrowser)

const BUTTON = `<main><SignInWithBinkButton onError={(error) => document.title = error.code} /></main>`

type Routes = Parameters<typeof serve>[0]

/** A page with the button, over Auth.js routes that answer as the test likes. */
async function visit(react: ReactVersion, jsx: string, routes: Routes = {}) {
  const asked: string[] = []
  const record: Routes = {}
  for (const [path, answer] of Object.entries({ ...AUTH, ...routes })) {
    record[path] = (request, response) => {
      asked.push(`${request.method} ${path}`)
      if (typeof answer === "function") answer(request, response)
      else response.end(answer)
    }
  }
  const url = await serve({ "/bink": html("<h1>Bink</h1>"), ...(await hydrated(react, jsx)), ...record })
  const { page, log } = await openPage()
  await page.goto(url)
  await page.waitForSelector("[data-hydrated]")
  return { page, log, asked, url, button: page.getByRole("button", { name: "Sign in with Bink" }) }
}

const AUTH: Routes = {
  "/api/auth/csrf": JSON.stringify({ csrfToken: "token" }),
  "/api/auth/signin/bink": JSON.stringify({ url: "/bink" }),
}

const isBusy = (page: Page) => page.getByRole("button").getAttribute("aria-busy")

test.each(REACTS)(
  "React %i: pending holds until the page goes, at the same size, with focus",
  async (react) => {
    const { page, button } = await visit(react, BUTTON)
    const size = await button.boundingBox()
    // The last moment that a page knows of itself.
    await page.evaluate(() =>
      addEventListener("pagehide", () => {
        const button = document.querySelector("button") as HTMLButtonElement
        const { x, y, width, height } = button.getBoundingClientRect()
        const last = {
          size: { x, y, width, height },
          busy: button.getAttribute("aria-busy"),
          disabled: button.getAttribute("aria-disabled"),
          focused: document.activeElement === button,
          said: document.querySelector("[role=status]")?.textContent,
        }
        sessionStorage.setItem("last", JSON.stringify(last))
      }),
    )
    await button.focus()
    await page.keyboard.press("Enter")
    await page.waitForURL("**/bink")
    const last = JSON.parse(await page.evaluate(() => sessionStorage.getItem("last") ?? ""))
    expect(last).toEqual({ size, busy: "true", disabled: "true", focused: true, said: "Opening Bink" })
  },
)

test.each(REACTS)("React %i: two clicks are one sign-in", async (react) => {
  const { page, button, asked } = await visit(react, BUTTON)
  await button.evaluate((element: HTMLButtonElement) => {
    element.click()
    element.click()
  })
  await page.waitForURL("**/bink")
  expect(asked).toEqual(["GET /api/auth/csrf", "POST /api/auth/signin/bink"])
})

test.each(REACTS)(
  "React %i: Back out of the bfcache finds the button idle, and it works again",
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
  ["offline", { "/api/auth/csrf": (request) => void request.socket.destroy() }, "network_error"],
  ["500", { "/api/auth/csrf": (_, response) => void response.writeHead(500).end("{}") }, "server_error"],
  [
    "an HTML 404",
    { "/api/auth/csrf": (_, response) => void response.writeHead(404).end("<h1>Not found</h1>") },
    "server_error",
  ],
  ["HTML with a 200", { "/api/auth/csrf": "<h1>Welcome</h1>" }, "invalid_response"],
  ["a csrf of another shape", { "/api/auth/csrf": "null" }, "invalid_response"],
  ["no address", { "/api/auth/signin/bink": "{}" }, "invalid_response"],
  [
    "a script for an address",
    { "/api/auth/signin/bink": `{"url":"javascript:alert(1)"}` },
    "invalid_response",
  ],
  [
    "one with what browsers pass over",
    { "/api/auth/signin/bink": JSON.stringify({ url: "\u0001 Java\nscript:document.title='run'" }) },
    "invalid_response",
  ],
]

test.each(REACTS)(
  "React %i: a failure ends pending, is reported and said, and can be tried again",
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

test.each(REACTS)(
  "React %i: an action is pending until it ends, and an end without a page is an end",
  async (react) => {
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
  },
)

test.each(REACTS)("React %i: an action that redirects stays pending: Next is on its way", async (react) => {
  const { page, button } = await visit(
    react,
    `<main><SignInWithBinkButton action={async () => { window.asked = true; throw Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;https://bink.example/;307;" }) }} /></main>`,
  )
  await button.click()
  await page.waitForFunction("window.asked")
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await isBusy(page)).toBe("true")
  expect(await page.getByRole("alert").count()).toBe(0)
})
