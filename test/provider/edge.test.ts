import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { expect, onTestFinished, test } from "vitest"
import { send, start, toRequest } from "./apps.ts"
import { json, SECRETS } from "./bink-server.ts"
import { createBrowser } from "./browser.ts"
import { startBink } from "./stage.ts"

/** An app, to be run where there is no `process`, no `node:`, and no global of Node's own. */
const APP = `
  import { Auth } from "@auth/core"
  import Bink from "authjs-bink"

  globalThis.handle = (url, init, baseUrl) =>
    Auth(new Request(url, init), {
      basePath: "/api/auth",
      secret: "a-secret-of-the-tests-and-nobody-else",
      trustHost: true,
      providers: [Bink({ baseUrl, timeout: 2000, clientId: "client", clientSecret: "${SECRETS.clientSecret}" })],
      logger: { error: (error) => globalThis.log.push(String(error.cause?.err ?? error)) },
    })
  globalThis.log = []
`

test("signs a person in on the edge, and nobody where Bink fails", async () => {
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

  const bink = await startBink()
  const app = await start(() => async (incoming, response) => {
    const request = await toRequest(incoming)
    const { url, method } = request
    const init = {
      method,
      headers: Object.fromEntries(request.headers),
      ...(method === "POST" && { body: await request.text() }),
    }
    await send(await context.handle(url, init, bink.url), response)
  })
  onTestFinished(() => app.close())

  const browser = createBrowser()
  await browser.signIn(app.url)
  expect(context.log).toEqual([])
  expect((await browser.session(app.url))?.user?.name).toBe("Ada")

  const faults = [
    { token: () => {} },
    { user: (response: Parameters<typeof json>[0]) => json(response, { error: "unauthorized" }, 401) },
  ]
  for (const fault of faults) {
    bink.misbehave(fault)
    const stranger = createBrowser()
    const { url } = await stranger.signIn(app.url)
    expect(url.searchParams.get("error")).toBe("Configuration")
    expect((await stranger.session(app.url))?.user).toBeUndefined()
  }
  expect(context.log).toEqual([
    expect.stringContaining("did not send a complete response within 2000 ms"),
    expect.stringContaining("rejected the token (HTTP 401)"),
  ])
})
