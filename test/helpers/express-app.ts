import type { AddressInfo } from "node:net"
import { createBinkEmulator } from "authjs-bink/emulator"
import express, { type Express } from "express"
import { onTestFinished } from "vitest"

/** Starts an Express app, and an emulator in which it is registered, for one test. */
export async function startApp(callbackPath: string): Promise<{ app: Express; url: string; bink: string }> {
  const app = express()
  const server = app.listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const emulator = await startEmulator(url + callbackPath)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { app, url, bink: emulator }
}

/** Starts an emulator with one client, `client` with the secret `secret`, for one test. */
export async function startEmulator(redirectUri: string, pkce?: "require"): Promise<string> {
  const bink = createBinkEmulator({
    pkce,
    clients: [{ clientId: "client", clientSecret: "secret", name: "App", redirectUris: [redirectUri] }],
  })
  const { url, close } = await bink.listen({ port: 0 })
  onTestFinished(close)
  return url
}

/** Express middleware for `request.session` in memory, which passport and grant need. */
export function sessions(): express.RequestHandler {
  const all = new Map<string, object>()
  return (request, response, next) => {
    const [, id = crypto.randomUUID()] = /\bsid=([\w-]+)/.exec(request.headers.cookie ?? "") ?? []
    if (!all.has(id)) all.set(id, {})
    response.setHeader("Set-Cookie", `sid=${id}`)
    Object.assign(request, { session: all.get(id) })
    next()
  }
}
