import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { BinkError } from "../errors.js"
import { ConnectionReset } from "./misbehave.js"
import type { BinkEmulatorServer } from "./options.js"

type Answer = (request: Request) => Promise<Response>

/** A form is 64 KiB at most; what is longer is cut here, and refused by whoever reads it. */
const LARGEST_BODY = 65_537

/** Opens a port, and answers each of its requests by `answer`. */
export async function serve(answer: Answer, port: number, host = "127.0.0.1"): Promise<BinkEmulatorServer> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new BinkError(
      "invalid_option",
      "The emulator's port must be a whole number from 0 to 65535, where 0 takes a free one. Nothing was started.",
    )
  }
  let url = ""
  const server = createServer((incoming, outgoing) => void exchange(answer, url, incoming, outgoing))
  // The client closes what it keeps open. A server that does it first does it, under load, to a connection that the
  // client is just about to use, and a request is lost.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)))
    server.listen({ port, host, backlog: 4_096 }, resolve)
  })
  url = `http://${nameOf(host)}:${(server.address() as AddressInfo).port}`
  return {
    url,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** The host as an address bar takes it. */
function nameOf(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1"
  if (host === "::") return "[::1]"
  return host.includes(":") ? `[${host}]` : host
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): BinkError {
  if (error.code === "EADDRINUSE") {
    return new BinkError(
      "port_in_use",
      `Port ${port} is taken, so the emulator did not start. Perhaps it runs already in another window. ` +
        "Stop what uses the port, or choose another; port 0 takes a free one.",
      { cause: error },
    )
  }
  return new BinkError(
    "invalid_option",
    `The emulator cannot listen on port ${port} of ${host} (${error.code}), so it did not start. ` +
      "Choose another port, from 1024 on, and a host of this machine, such as 127.0.0.1.",
    { cause: error },
  )
}

async function exchange(answer: Answer, url: string, incoming: IncomingMessage, outgoing: ServerResponse) {
  const abandoned = new AbortController()
  outgoing.once("close", () => abandoned.abort())
  try {
    const request = await toRequest(incoming, url, abandoned.signal)
    await send(request ? await answer(request) : unreadable(), incoming, outgoing)
  } catch (error) {
    // A fault that was asked for, or a client that went away. Either way nobody is left to be told.
    if (error instanceof ConnectionReset) incoming.socket.resetAndDestroy()
    // After what is already written: half an answer is to arrive as half an answer.
    else incoming.socket.destroySoon()
  }
}

function unreadable(): Response {
  return Response.json(
    { error: "invalid_request", error_description: "This is no HTTP request that the emulator can read." },
    { status: 400 },
  )
}

async function toRequest(
  incoming: IncomingMessage,
  url: string,
  signal: AbortSignal,
): Promise<Request | null> {
  const { method = "GET", rawHeaders } = incoming
  const path = incoming.url?.startsWith("/") ? incoming.url : null
  // By the name the client knows us under, since addresses in our answers must lead back here.
  const origin = `http://${incoming.headers.host ?? ""}`
  const base = URL.canParse(origin) && new URL(origin).origin === origin ? origin : url
  if (path === null || !URL.canParse(base + path)) return null
  const body = method === "GET" || method === "HEAD" ? null : await readBody(incoming)
  try {
    const headers = new Headers()
    for (let i = 0; i < rawHeaders.length; i += 2)
      headers.append(rawHeaders[i] as string, rawHeaders[i + 1] as string)
    return new Request(base + path, { method, headers, body, signal })
  } catch {
    // A method that Request does not take, such as TRACE.
    return null
  }
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= LARGEST_BODY) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function send(answer: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = answer.status
  for (const [name, value] of answer.headers) outgoing.appendHeader(name, value)
  // What is left of a body that was cut would be read as the next request.
  if (!incoming.complete) outgoing.setHeader("Connection", "close")
  for await (const chunk of answer.body ?? []) {
    if (!outgoing.write(chunk))
      await new Promise((resolve) => outgoing.once("drain", resolve).once("close", resolve))
    if (outgoing.destroyed) return
  }
  outgoing.end()
}
