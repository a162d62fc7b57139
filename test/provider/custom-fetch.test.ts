import Bink from "authjs-bink"
import { customFetch } from "next-auth"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { binkProvider, optionsFor, startApp, VERSIONS } from "../helpers/auth-apps.ts"
import { startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

describe.each(VERSIONS)("custom fetch in %s", (version) => {
  test("sends the token request and the profile request", async () => {
    const bink = await startBinkServer()
    const proxy = vi.fn<typeof fetch>((...request) => fetch(...request))
    const app = await startApp(version, { providers: [Bink({ ...optionsFor(bink), [customFetch]: proxy })] })
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user?.name).toBe("Ada")
    expect(proxy.mock.calls.map(([url]) => String(url))).toEqual([
      `${bink.url}/api/oauth/token`,
      `${bink.url}/api/oauth/user`,
    ])
  })

  test("excludes the token and profile requests from the cache of Next.js, also with the global fetch", async () => {
    const bink = await startBinkServer()
    const spy = vi.spyOn(globalThis, "fetch")
    onTestFinished(() => spy.mockRestore())
    const app = await startApp(version, { providers: [binkProvider(bink)] })
    await createHttpBrowser().signIn(app.url)
    const requests = spy.mock.calls.filter(([url]) => /\/api\/oauth\/(token|user)$/.test(String(url)))
    expect(requests.map(([, init]) => init)).toEqual([
      expect.objectContaining({ next: { revalidate: 0 } }),
      expect.objectContaining({ next: { revalidate: 0 } }),
    ])
  })

  test("fails with a BinkError for HTTP 204 with a body, which is not a valid Response", async () => {
    const bink = await startBinkServer()
    const fetch = async () => ({ status: 204, headers: {}, text: async () => "{}" })
    const app = await startApp(version, { providers: [Bink({ ...optionsFor(bink), [customFetch]: fetch })] })
    await createHttpBrowser().signIn(app.url)
    expect(app.log.join()).toMatch(/BinkError: Bink responded unexpectedly \(HTTP 204\)/)
  })

  test("times out even if the custom fetch ignores its signal", async () => {
    const bink = await startBinkServer()
    const app = await startApp(version, {
      providers: [Bink({ ...optionsFor(bink), timeout: 100, [customFetch]: () => new Promise(() => {}) })],
    })
    await createHttpBrowser().signIn(app.url)
    expect(app.log.join()).toMatch(/did not send a complete response within 100 ms/)
  })

  test("the default fetch closes the connection of a request that timed out", async () => {
    const bink = await startBinkServer()
    const closed = new Promise<void>((resolve) => {
      bink.setResponses({ token: (response) => void response.on("close", resolve) })
    })
    const app = await startApp(version, { providers: [binkProvider(bink, { timeout: 100 })] })
    await createHttpBrowser().signIn(app.url)
    await closed
  })
})
