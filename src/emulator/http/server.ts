import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { hostname, networkInterfaces } from "node:os"
import { BinkError } from "../../errors.js"
import { isLoopback } from "../../oauth/endpoints.js"
import { parseWebUrl } from "../../profile/web-url.js"
import { ConnectionReset } from "../faults/apply.js"
import type { BinkEmulatorServer } from "../options.js"
import { MAX_BODY_SIZE } from "./request.js"
import { oauthError } from "./responses.js"

type Handler = (request: Request) => Promise<Response>

/**
 * Listens on a port and passes each request to `handler`.
 *
 * @throws BinkError `port_in_use`, `invalid_option`
 */
export async function serve(
  handler: Handler,
  {
    port,
    host = "127.0.0.1",
    allowedHosts,
  }: { port: number; host?: string | undefined; allowedHosts: string[] },
): Promise<BinkEmulatorServer> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new BinkError(
      "invalid_option",
      "Invalid port: it must be an integer from 0 to 65535. Port 0 selects a free port.",
    )
  }
  let url = ""
  const ownHosts = hostsOf(host)
  const server = createServer((incoming, outgoing) => {
    const isAllowed = isAllowedHost(incoming.headers.host, [...allowedHosts, ...ownHosts])
    void respond(isAllowed ? handler : misdirected, url, incoming, outgoing)
  })
  // Only the client closes idle connections. If the server did, a request that is just being sent could be lost.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)))
    server.listen({ port, host, backlog: 4_096 }, resolve)
  })
  if (!isLoopbackHost(ownHosts[0] as string)) {
    console.warn(
      "[authjs-bink] Other machines can reach the Bink emulator, and sign in as any user. " +
        `Addresses: ${ownHosts.map((name) => `http://${name}:${(server.address() as AddressInfo).port}`).join(", ")}`,
    )
  }
  url = `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`
  return {
    url,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Returns the host names of the listening address, as URLs have them. */
function hostsOf(host: string): string[] {
  if (host !== "0.0.0.0" && host !== "::") return [urlHost(host).toLowerCase()]
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses
    .filter(({ internal, address }) => !internal && !address.startsWith("fe80:"))
    .map(({ address }) => urlHost(address))
    .concat(hostname().toLowerCase())
}

function isLoopbackHost(name: string): boolean {
  return isLoopback({ hostname: name })
}

/** Returns `true` for a loopback name and for the given names, with any port. HTTP/1.0 requests may have no `Host`. */
function isAllowedHost(header: string | undefined, names: readonly string[]): boolean {
  if (!header) return true
  const name = parseWebUrl(`http://${header}`)?.hostname ?? ""
  return isLoopbackHost(name) || names.includes(name)
}

/** Responds to a request whose `Host` is not allowed (RFC 9110 §15.5.20). */
async function misdirected(): Promise<Response> {
  return oauthError(
    "misdirected_request",
    "The Host header is not a name of this machine. Add it to the option allowedHosts, or set publicUrl.",
    { status: 421 },
  )
}

/** Returns the host to use in a URL. */
function urlHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1"
  if (host === "::") return "[::1]"
  return host.includes(":") ? `[${host}]` : host
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): BinkError {
  if (error.code === "EADDRINUSE") {
    return new BinkError(
      "port_in_use",
      `Port ${port} is in use, possibly by another emulator. Stop the other program, or use another port. Port 0 selects a free port.`,
      { cause: error },
    )
  }
  return new BinkError(
    "invalid_option",
    `Cannot listen on port ${port} of ${host} (${error.code}). ` +
      "Use a port from 1024 and a host of this machine, such as 127.0.0.1.",
    { cause: error },
  )
}

async function respond(handler: Handler, url: string, incoming: IncomingMessage, outgoing: ServerResponse) {
  const closed = new AbortController()
  outgoing.once("close", () => closed.abort())
  try {
    const request = await readRequest(incoming, url, closed.signal)
    await sendResponse(request ? await handler(request) : invalidRequest(), incoming, outgoing)
  } catch (error) {
    // A fault, or a client that closed the connection.
    if (error instanceof ConnectionReset) incoming.socket.resetAndDestroy()
    // Sends what is already written, so that a truncated response arrives truncated.
    else incoming.socket.destroySoon()
  }
}

function invalidRequest(): Response {
  return Response.json(
    { error: "invalid_request", error_description: "The emulator cannot read this HTTP request." },
    { status: 400 },
  )
}

/** Returns `null` for a request that `Request` does not support. */
async function readRequest(
  incoming: IncomingMessage,
  url: string,
  signal: AbortSignal,
): Promise<Request | null> {
  const { method = "GET", rawHeaders } = incoming
  const path = incoming.url?.startsWith("/") ? incoming.url : null
  // URLs in responses use the host that the client used.
  const origin = `http://${incoming.headers.host ?? ""}`
  const base = URL.canParse(origin) && new URL(origin).origin === origin ? origin : url
  if (path === null || !URL.canParse(base + path)) return null
  const body = method === "GET" || method === "HEAD" ? null : await readBody(incoming)
  try {
    const headers = new Headers()
    for (let i = 0; i < rawHeaders.length; i += 2) {
      headers.append(rawHeaders[i] as string, rawHeaders[i + 1] as string)
    }
    return new Request(base + path, { method, headers, body, signal })
  } catch {
    // A forbidden method, such as TRACE.
    return null
  }
}

/** Reads a body until it is too large. The endpoints then reject it. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BODY_SIZE) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function sendResponse(
  response: Response,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  // The unread rest of a body that is too large must not be parsed as the next request.
  if (!incoming.complete) outgoing.setHeader("Connection", "close")
  for await (const chunk of response.body ?? []) {
    if (!outgoing.write(chunk)) {
      await new Promise((resolve) => outgoing.once("drain", resolve).once("close", resolve))
    }
    if (outgoing.destroyed) return
  }
  outgoing.end()
}
