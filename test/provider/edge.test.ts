import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { expect, onTestFinished, test } from "vitest"
import { AUTH_SECRET, listen, sendResponse, toRequest } from "../helpers/auth-apps.ts"
import { respondJson, SECRETS, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

/** An app for an edge runtime, which has no `process`, no `node:` modules and no globals of Node.js. */
const APP = `
  import { Auth } from "@auth/core"
  import Bink from "authjs-bink"

  globalThis.handle = (url, init, baseUrl) =>
    Auth(new Request(url, init), {
      basePath: "/api/auth",
      secret: "${AUTH_SECRET}",
      trustHost: true,
      providers: [Bink({ baseUrl, timeout: 2000, clientId: "client", clientSecret: "${SECRETS.clientSecret}" })],
      logger: { error: (error) => globalThis.log.push(String(error.cause?.err ?? error)) },
    })
  globalThis.log = []
`

test("signs in on an edge runtime, and creates no session if Bink fails", async () => {
  const { outputFiles } = await build({
    stdin: { contents: APP, resolveDir: import.meta.dirname },
    alias: { "authjs-bink": fileURLToPath(new URL("../../src/index.ts", import.meta.url)) },
    bundle: true,
    format: "iife",
    write: false,
  })
  const { EdgeRuntime } = createRequire(import.meta.url)("next/dist/compiled/edge-runtime")
  const { context } = new EdgeRuntime({ initialCode: outputFiles[0]?.text })
  expect(context.process).toBeUndefined()

  const bink = await startBinkServer()
  const app = await listen(() => async (incoming, response) => {
    const request = await toRequest(incoming)
    const { url, method } = request
    const init = {
      method,
      headers: Object.fromEntries(request.headers),
      ...(method === "POST" && { body: await request.text() }),
    }
    await sendResponse(await context.handle(url, init, bink.url), response)
  })
  onTestFinished(() => app.close())

  const browser = createHttpBrowser()
  await browser.signIn(app.url)
  expect(context.log).toEqual([])
  expect((await browser.session(app.url))?.user?.name).toBe("Ada")

  const faults = [{ token: () => {} }, { user: respondJson({ error: "unauthorized" }, 401) }]
  for (const fault of faults) {
    bink.setResponses(fault)
    const other = createHttpBrowser()
    const { url } = await other.signIn(app.url)
    expect(url.searchParams.get("error")).toBe("Configuration")
    expect((await other.session(app.url))?.user).toBeUndefined()
  }
  expect(context.log).toEqual([
    expect.stringContaining("did not send a complete response within 2000 ms"),
    expect.stringContaining("rejected the token (HTTP 401)"),
  ])
})
