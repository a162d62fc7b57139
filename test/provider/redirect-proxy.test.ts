import Bink from "authjs-bink"
import { expect, test } from "vitest"
import { createBrowser } from "./browser.ts"
import { optionsFor, startApp, startBink } from "./stage.ts"

test.each([{ checks: undefined }, { checks: ["pkce"] as const }])(
  "a preview deployment signs in through the address that Bink knows, checks: $checks",
  async ({ checks }) => {
    const bink = await startBink()
    const makeProvider = () => Bink({ ...optionsFor(bink), checks })
    const [stableProvider, previewProvider] = [makeProvider(), makeProvider()]
    const stable = await startApp("@auth/core", { providers: [stableProvider] })
    const preview = await startApp("@auth/core", { providers: [previewProvider] })
    // Known only now, and read at every request.
    stableProvider.options.redirectProxyUrl = `${stable.url}/api/auth`
    previewProvider.options.redirectProxyUrl = `${stable.url}/api/auth`

    const browser = createBrowser()
    const place = await browser.signIn(preview.url)
    expect(place.url.href).toBe(`${preview.url}/`)
    expect((await browser.session(preview.url))?.user?.name).toBe("Ada")
    const callback = `${stable.url}/api/auth/callback/bink`
    expect(bink.requests.slice(0, 2).map(({ params }) => params.get("redirect_uri"))).toEqual([
      callback,
      callback,
    ])
    expect(place.addresses.map(({ host, pathname }) => host + pathname)).toContain(
      callback.slice("http://".length),
    )
  },
)
