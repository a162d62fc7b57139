import { expect, test } from "vitest"
import { startAppWithBink, VERSIONS } from "../helpers/auth-apps.ts"
import { redirectToApp, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

test.each(VERSIONS)("%s logs the fix for a callback without state exactly once", async (version) => {
  const bink = await startBinkServer()
  bink.setResponses({ authorize: redirectToApp({ state: null }) })
  const app = await startAppWithBink(version, bink)
  const browser = createHttpBrowser()
  await browser.signIn(app.url)
  expect(app.log.filter((entry) => entry.includes('set checks: ["pkce"]'))).toHaveLength(1)
  expect(await browser.session(app.url)).toSatisfy(
    (session: object | null) => !session || !("user" in session),
  )
})
