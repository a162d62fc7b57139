import { withBink } from "authjs-bink"
import { afterAll, expect, test } from "vitest"
import { binkProvider, startApp } from "../../helpers/auth-apps.ts"
import { startBinkServer } from "../../helpers/bink-server.ts"
import { clientRender, REACTS } from "./bundle.ts"
import { closeBrowser, html, openPage, serve } from "./pages.ts"

afterAll(closeBrowser)

const BUTTON = `<SignInWithBinkButton onError={(error) => { document.title = error.code }} />`
const AUTH = {
  "/api/auth/csrf": JSON.stringify({ csrfToken: "token" }),
  "/api/auth/signin/bink": JSON.stringify({ url: "/bink" }),
  "/bink": html("<h1>Bink</h1>"),
}

test.each(REACTS)("React %i: the button signs in inside a srcdoc frame", async (react) => {
  const url = await serve({
    ...AUTH,
    "/": html(`<iframe srcdoc="<div id=root></div><script src=/app.js></script>"></iframe>`),
    "/app.js": await clientRender(react, BUTTON),
  })
  const { page } = await openPage()
  await page.goto(url)
  const frame = page.frameLocator("iframe")
  await frame.getByRole("button", { name: "Sign in with Bink" }).click()
  await frame.getByRole("heading", { name: "Bink" }).waitFor()
})

test.each(REACTS)("React %i: the button shows an alert inside a sandboxed frame", async (react) => {
  const url = await serve({
    ...AUTH,
    "/": html(`<iframe sandbox="allow-scripts" src="/frame"></iframe>`),
    "/frame": html(`<div id="root"></div><script src="/app.js"></script>`),
    "/app.js": await clientRender(react, BUTTON),
  })
  const { page } = await openPage()
  await page.goto(url)
  const frame = page.frameLocator("iframe")
  const button = frame.getByRole("button", { name: "Sign in with Bink" })
  await button.click()
  await frame.getByRole("alert").waitFor()
  expect(await button.getAttribute("aria-busy")).toBe("false")
  expect(await frame.locator("title").textContent()).toBe("network_error")
})

test.each(REACTS)("React %i: the button is styled and signs in inside a shadow root", async (react) => {
  const script = (await clientRender(react, BUTTON)).replace(
    'document.getElementById("root")',
    "window.shadowContainer",
  )
  const url = await serve({
    ...AUTH,
    "/": html(
      `<div id="host"></div><script>window.shadowContainer = document.getElementById("host").attachShadow({ mode: "open" }).appendChild(document.createElement("div"))</script><script src="/app.js"></script>`,
    ),
    "/app.js": script,
  })
  const { page } = await openPage()
  await page.goto(url)
  const button = page.getByRole("button", { name: "Sign in with Bink" })
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    "rgb(26, 95, 214)",
  )
  await button.click()
  await page.waitForURL(`${url}/bink`)
})

test.each([
  { version: "next-auth 5", react: 19 },
  { version: "next-auth 4", react: 18 },
] as const)(
  "$version, React $react: the button shows an alert in a frame of another site, whose cookies are blocked",
  async ({ version, react }) => {
    const bink = await startBinkServer()
    const { url } = await startApp(version, withBink({ providers: [binkProvider(bink)] }))
    const script = await clientRender(react, BUTTON)
    const { page } = await openPage()
    await page.route(`${url}/login`, (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: html(`<div id="root"></div><script>${script.replaceAll("</script", "<\\/script")}</script>`),
      }),
    )
    const outer = (await serve({ "/": html(`<iframe src="${url}/login"></iframe>`) })).replace(
      "localhost",
      new URL(url).hostname === "localhost" ? "127.0.0.1" : "localhost",
    )
    await page.goto(outer)
    const frame = page.frameLocator("iframe")
    const button = frame.getByRole("button", { name: "Sign in with Bink" })
    await button.click()
    await frame.getByRole("alert").waitFor()
    expect(await frame.locator("title").textContent()).toBe("invalid_response")
    expect(await button.getAttribute("aria-busy")).toBe("false")
  },
)
