import { type AddressInfo, createServer, type Socket } from "node:net"
import { PROFILE, SECRETS, TOKENS } from "../helpers/bink-server.ts"
import { createResponse } from "./responses.ts"

/** The endpoint that sends the random response. The other one responds as Bink does. */
export type Endpoint = "token" | "user"

/** A running server. */
export interface FuzzServer {
  url: string
  close(): Promise<void>
}

/** Returns the authorization code with which a sign-in receives the response of a number. `app` makes it unique. */
export function codeFor(endpoint: Endpoint | "later", number: number, app = ""): string {
  return `${SECRETS.code}-at-${endpoint}-${number}-${app.replace(/\W/g, "")}`
}

/** Returns the access token with which a request receives the response of a number. */
export function tokenFor(endpoint: Endpoint, number: number): string {
  return `${SECRETS.accessToken}-at-${endpoint}-${number}-`
}

/** Milliseconds after which a connection is closed that a response leaves open. Longer than the timeout of the requests. */
export const OPEN_FOR = 600

/**
 * Starts a server that sends random bytes instead of HTTP. The code or the access token of a request selects the
 * response, so that requests can be sent at the same time. A token for "later" is answered with a profile first.
 */
export async function startFuzzServer(seed: number): Promise<FuzzServer> {
  const sockets = new Set<Socket>()
  const signedIn = new Set<string>()

  /** Returns the number of the random response, or `undefined` for the valid one. */
  function select(request: string): number | undefined {
    const [key = "", kind, number] = /-at-(token|user|later)-(\d+)-\w*/.exec(request) ?? []
    const endpoint = request.startsWith("POST") ? "token" : "user"
    if (kind === undefined) return undefined
    if (kind === endpoint) return Number(number)
    if (kind === "later" && endpoint === "user") {
      if (signedIn.has(key)) return Number(number)
      signedIn.add(key)
    }
    return undefined
  }

  function respond(socket: Socket, request: string): void {
    const number = select(request)
    if (number === undefined) {
      const suffix = /-at-(token|user|later)-\d+-\w*/.exec(request)?.[0]
      const tokens = { ...TOKENS, access_token: `${TOKENS.access_token}${suffix}` }
      const body = JSON.stringify(request.startsWith("POST") ? tokens : PROFILE)
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`)
      return
    }
    const { pieces, end } = createResponse(seed, number, request)
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = pieces
    socket.write(first)
    // A separate packet.
    setTimeout(() => {
      if (end === "close") socket.end(second)
      else socket.write(second, () => end === "reset" && socket.resetAndDestroy())
      setTimeout(() => socket.destroy(), OPEN_FOR).unref()
    }, 2)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => {})
    let received = ""
    let isAnswered = false
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1")
      if (isAnswered || !isComplete(received)) return
      isAnswered = true
      respond(socket, received)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isComplete(request: string): boolean {
  const [head = "", ...body] = request.split("\r\n\r\n")
  if (body.length === 0) return false
  const [, length = "0"] = /content-length: *(\d+)/i.exec(head) ?? []
  if (/transfer-encoding: *chunked/i.test(head)) return request.endsWith("0\r\n\r\n")
  return body.join("\r\n\r\n").length >= Number(length)
}
