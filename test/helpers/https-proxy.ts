import { createServer } from "node:https"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { getCertificate } from "@vitejs/plugin-basic-ssl"
import { createProxyServer } from "httpxy"
import { onTestFinished } from "vitest"

/** Options of {@link startHttpsProxy}. */
export interface HttpsProxyOptions {
  /** Address of the app. */
  target: string
  /** Sends the browser's `Host` to the app, not the one of `target`. */
  preserveHost: boolean
}

/**
 * Starts a reverse proxy that terminates TLS and sets `X-Forwarded-Host` and `X-Forwarded-Proto`, until the end of the
 * test. Returns its URL with the name `shop.localhost`, which browsers resolve to this machine. Its certificate is self-signed.
 */
export async function startHttpsProxy({ target, preserveHost }: HttpsProxyOptions): Promise<string> {
  const certificate = await getCertificate(tmpdir())
  const proxy = createProxyServer({ target, changeOrigin: !preserveHost })
  const server = createServer({ key: certificate, cert: certificate }, (request, response) => {
    request.headers["x-forwarded-host"] = request.headers.host
    request.headers["x-forwarded-proto"] = "https"
    proxy.web(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `https://shop.localhost:${(server.address() as AddressInfo).port}`
}
