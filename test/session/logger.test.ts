import { CallbackRouteError } from "@auth/core/errors"
import Bink, { withBink } from "authjs-bink"
import { expect, onTestFinished, test, vi } from "vitest"
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

test("an app without a logger prints Auth.js's error names, also if its build renames classes", () => {
  const print = vi.spyOn(console, "error").mockImplementation(() => {})
  onTestFinished(() => print.mockRestore())
  class ep extends CallbackRouteError {}
  const { logger } = withBink({
    providers: [Bink({ clientId: "client", clientSecret: "secret" })],
  }) as unknown as {
    logger: { error(error: Error): void }
  }
  const error = Object.assign(new ep(new Error("the cause") as never), { name: "ep" })
  logger.error(error)
  const lines = print.mock.calls.map(([line]) => String(line))
  expect(lines[0]).toMatch(/^\[auth\]\[error\] CallbackRouteError: .+\n +at /)
  expect(lines[1]).toMatch(/^\[auth\]\[cause\]: Error: the cause\n +at /)
})
