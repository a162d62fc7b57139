import { createServer } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { customFetch } from "@auth/core"
import Bink from "authjs-bink"
import {
  type Dispatcher,
  fetch as fetchOfUndici,
  getGlobalDispatcher,
  ProxyAgent,
  setGlobalDispatcher,
} from "undici"
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest"
import { optionsFor, startAppWithBink, VERSIONS } from "../helpers/auth-apps.ts"
import { PROFILE, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

let dispatcher: Dispatcher
beforeEach(() => {
  dispatcher = getGlobalDispatcher()
})
afterEach(() => setGlobalDispatcher(dispatcher))

/** Starts an HTTP proxy that tunnels connections, and records their targets, until the end of the test. */
async function startProxy() {
  const targets: string[] = []
  const server = createServer()
  server.on("connect", ({ url = "" }, client, head) => {
    targets.push(url)
    const { hostname, port } = new URL(`http://${url}`)
    const upstream = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n")
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    for (const socket of [client, upstream]) socket.on("error", () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  return { targets, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test.each(VERSIONS)("a global dispatcher sends the requests to Bink through a proxy: %s", async (version) => {
  const [bink, proxy] = [await startBinkServer(), await startProxy()]
  const app = await startAppWithBink(version, bink)
  const agent = new ProxyAgent(proxy.url)
  onTestFinished(() => agent.close())
  const browser = createHttpBrowser()
  const { url: callback } = await browser.signIn(app.url, {
    stopAt: (url) => url.pathname.endsWith("/callback/bink"),
  })
  setGlobalDispatcher(agent)
  await browser.goto(callback)
  expect(await browser.session(app.url)).toHaveProperty("user.bink.id", PROFILE.id)
  expect(proxy.targets).toContain(new URL(bink.url).host)
})

test("customFetch of Auth.js 5 sends the requests to Bink through a proxy, and no others", async () => {
  const [bink, proxy] = [await startBinkServer(), await startProxy()]
  const agent = new ProxyAgent(proxy.url)
  onTestFinished(() => agent.close())
  const fetchThroughProxy = (url: string | URL, init?: object) =>
    fetchOfUndici(url, { ...init, dispatcher: agent })
  const provider = Bink({ ...optionsFor(bink), [customFetch]: fetchThroughProxy })
  const app = await startAppWithBink("next-auth 5", bink, { providers: [provider] })
  const browser = createHttpBrowser()
  await browser.signIn(app.url)
  expect(await browser.session(app.url)).toHaveProperty("user.bink.id", PROFILE.id)
  expect(new Set(proxy.targets)).toEqual(new Set([new URL(bink.url).host]))
})
