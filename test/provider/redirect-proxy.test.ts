import { expect, test } from "vitest"
import { binkProvider, startApp } from "../helpers/auth-apps.ts"
import { startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

test.each([{ checks: undefined }, { checks: ["pkce"] as const }])(
  "redirectProxyUrl: a preview deployment signs in through the registered callback URL, checks: $checks",
  async ({ checks }) => {
    const bink = await startBinkServer()
    const [stableProvider, previewProvider] = [binkProvider(bink, { checks }), binkProvider(bink, { checks })]
    const stable = await startApp("@auth/core", { providers: [stableProvider] })
    const preview = await startApp("@auth/core", { providers: [previewProvider] })
    // The URL is only known now. Auth.js reads the option at every request.
    stableProvider.options.redirectProxyUrl = `${stable.url}/api/auth`
    previewProvider.options.redirectProxyUrl = `${stable.url}/api/auth`

    const browser = createHttpBrowser()
    const page = await browser.signIn(preview.url)
    expect(page.url.href).toBe(`${preview.url}/`)
    expect((await browser.session(preview.url))?.user?.name).toBe("Ada")
    const callback = `${stable.url}/api/auth/callback/bink`
    expect(bink.requests.slice(0, 2).map(({ params }) => params.get("redirect_uri"))).toEqual([
      callback,
      callback,
    ])
    expect(page.urls.map(({ host, pathname }) => host + pathname)).toContain(callback.slice("http://".length))
  },
)
