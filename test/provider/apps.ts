import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { Auth, type AuthConfig } from "@auth/core"
import { NextRequest } from "next/server.js"
import NextAuth5 from "next-auth"
import NextAuth4 from "next-auth-4"

/** What an app of any version is made of here. */
export interface AppConfig {
  // biome-ignore lint/suspicious/noExplicitAny: the versions type a provider differently; test/types holds the types
  providers: any[]
  // biome-ignore lint/suspicious/noExplicitAny: as above
  adapter?: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  [option: string]: any
}

export const APPS = {
  "@auth/core": startCoreApp,
  "next-auth 5": startNextAuth5App,
  "next-auth 4": startNextAuth4App,
}

export interface App {
  url: string
  /** Everything that went to the app's logger, as deep as a console would show it. */
  log: string[]
  close(): Promise<void>
}

const SECRET = "a-secret-of-the-tests-and-nobody-else"

function startCoreApp(config: AppConfig): Promise<App> {
  const shared = { basePath: "/api/auth", secret: SECRET, trustHost: true }
  return start((log) => {
    const options = { ...shared, logger: modernLogger(log), ...config } as AuthConfig
    return async (request, response) => send(await Auth(await toRequest(request), options), response)
  })
}

function startNextAuth5App(config: AppConfig): Promise<App> {
  return start((log) => {
    const options = { secret: SECRET, trustHost: true, logger: modernLogger(log), ...config } as AuthConfig
    const { handlers } = NextAuth5(options)
    return async (request, response) => {
      const handler = request.method === "POST" ? handlers.POST : handlers.GET
      await send(await handler(new NextRequest(await toRequest(request))), response)
    }
  })
}

/** v4 through its handler for the pages router, given what Next.js would give it. */
function startNextAuth4App(config: AppConfig): Promise<App> {
  process.env.AUTH_TRUST_HOST = "1"
  return start((log) => {
    const write = (...args: unknown[]) => log.push(args.map(show).join(" "))
    const options = { secret: SECRET, logger: { error: write, warn: write, debug() {} }, ...config }
    return async (request, response) => {
      const url = new URL(request.url ?? "/", "http://app")
      const body = await readBody(request)
      Object.assign(request, {
        query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split("/").slice(3) },
        cookies: Object.fromEntries(
          (request.headers.cookie ?? "").split("; ").map((pair) => {
            const [name = "", ...value] = pair.split("=")
            return [name, decodeURIComponent(value.join("="))]
          }),
        ),
        body: Object.fromEntries(new URLSearchParams(body)),
      })
      request.headers["x-forwarded-host"] = request.headers.host ?? ""
      request.headers["x-forwarded-proto"] = "http"
      Object.assign(response, {
        status: (code: number) => Object.assign(response, { statusCode: code }),
        json: (value: unknown) =>
          response.setHeader("content-type", "application/json").end(JSON.stringify(value)),
        send: (value: unknown) =>
          response.end(typeof value === "object" ? JSON.stringify(value) : String(value ?? "")),
      })
      // @ts-expect-error Next.js's own request and response, as far as the handler reads them
      await NextAuth4(request, response, options)
    }
  })
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

export async function start(makeHandler: (log: string[]) => Handler): Promise<App> {
  const log: string[] = []
  const handle = makeHandler(log)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/api/auth/")) return void response.end("The app's own page.")
    handle(request, response).catch((error) => {
      log.push(`UNCAUGHT ${show(error)}`)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  return {
    // Not by number: Next.js rewrites 127.0.0.1 to localhost, and the cookies would be lost.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    log,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function modernLogger(log: string[]) {
  return {
    error: (error: Error) => void log.push(show(error)),
    warn: (code: string) => void log.push(code),
    debug() {},
  }
}

function show(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { depth: Number.POSITIVE_INFINITY })
}

export async function toRequest(request: IncomingMessage): Promise<Request> {
  const { method = "GET", headers } = request
  const body = await readBody(request)
  return new Request(`http://${headers.host}${request.url}`, {
    method,
    headers: new Headers(headers as Record<string, string>),
    ...(method === "POST" && { body }),
  })
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ""
  for await (const chunk of request) body += chunk
  return body
}

export async function send(from: Response, to: ServerResponse) {
  to.statusCode = from.status
  for (const [name, value] of from.headers) if (name !== "set-cookie") to.setHeader(name, value)
  to.setHeader("set-cookie", from.headers.getSetCookie())
  to.end(Buffer.from(await from.arrayBuffer()))
}
