import Bink from "authjs-bink"
import { customFetch } from "next-auth"
import { describe, expect, test, vi } from "vitest"
import { createBrowser } from "./browser.ts"
import { optionsFor, startApp, startBink, VERSIONS } from "./stage.ts"

describe.each(VERSIONS)("%s", (version) => {
  test("a fetch of the app's own makes every request to Bink", async () => {
    const bink = await startBink()
    const proxy = vi.fn<typeof fetch>((...request) => fetch(...request))
    const app = await startApp(version, { providers: [Bink({ ...optionsFor(bink), [customFetch]: proxy })] })
    const browser = createBrowser()
    await browser.signIn(app.url)
    expect((await browser.session(app.url))?.user?.name).toBe("Ada")
    expect(proxy.mock.calls.map(([url]) => String(url))).toEqual([
      `${bink.url}/api/oauth/token`,
      `${bink.url}/api/oauth/user`,
    ])
  })

  test("and keeps to the time, even where it pays no attention to it", async () => {
    const bink = await startBink()
    const app = await startApp(version, {
      providers: [Bink({ ...optionsFor(bink), timeout: 100, [customFetch]: () => new Promise(() => {}) })],
    })
    await createBrowser().signIn(app.url)
    expect(app.log.join()).toMatch(/did not send a complete response within 100 ms/)
  })

  test("a request that is given up lets go of its connection", async () => {
    const bink = await startBink()
    const closed = new Promise<void>((resolve) => {
      bink.misbehave({ token: (response) => void response.on("close", resolve) })
    })
    const app = await startApp(version, { providers: [Bink({ ...optionsFor(bink), timeout: 100 })] })
    await createBrowser().signIn(app.url)
    await closed
  })
})
