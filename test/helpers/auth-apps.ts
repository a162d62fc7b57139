import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { Auth, type AuthConfig } from "@auth/core"
import Bink, { type BinkOptions, type WithBinkOptions, withBink } from "authjs-bink"
import { NextRequest } from "next/server.js"
import NextAuth5 from "next-auth"
import NextAuth4 from "next-auth-4"
import { onTestFinished } from "vitest"
import { type BinkServer, SECRETS } from "./bink-server.ts"

/** The config of an app, for every version of Auth.js. */
export interface AppConfig {
  // biome-ignore lint/suspicious/noExplicitAny: the versions type a provider differently; test/types checks the types
  providers: any[]
  // biome-ignore lint/suspicious/noExplicitAny: as above
  adapter?: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  [option: string]: any
}

/** A running app. */
export interface App {
  url: string
  /** Every entry of the app's logger, with errors in full depth. */
  log: string[]
  close(): Promise<void>
}

const LISTEN = {
  "@auth/core": listenCore,
  "next-auth 5": listenNextAuth5,
  "next-auth 4": listenNextAuth4,
}

/** A package that the apps use. */
export type Version = keyof typeof LISTEN

export const VERSIONS = Object.keys(LISTEN) as Version[]

/** The `secret` of every app. */
export const AUTH_SECRET = "secret-of-the-test-apps"

/** Starts an app with the real handlers of a version. */
export function listenAsApp(version: Version, config: AppConfig): Promise<App> {
  return LISTEN[version](config)
}

/** {@link listenAsApp}, until the end of the test. */
export async function startApp(version: Version, config: AppConfig): Promise<App> {
  const app = await listenAsApp(version, config)
  onTestFinished(() => app.close())
  return app
}

/** Starts an app with `withBink`, a Bink provider by default, and a logger of the app. */
export async function startAppWithBink(
  version: Version,
  bink: BinkServer,
  config: Partial<AppConfig> = {},
  options?: WithBinkOptions,
): Promise<App> {
  const log: string[] = []
  const write = (...entry: unknown[]) => void log.push(entry.map(print).join(" "))
  const logger = { error: write, warn: write, debug() {} }
  const app = await startApp(
    version,
    withBink({ providers: [binkProvider(bink)], logger, ...config }, options),
  )
  return { ...app, log }
}

/** The options with which {@link Bink} uses a test server. */
export function optionsFor({ url }: BinkServer): BinkOptions {
  return { baseUrl: url, clientId: "client", clientSecret: SECRETS.clientSecret }
}

/** A Bink provider that uses a test server. */
export function binkProvider(bink: BinkServer, options: BinkOptions = {}) {
  return Bink({ ...optionsFor(bink), ...options })
}

/** Another OAuth provider, with the id `other`. It uses the same test server and is not a Bink provider. */
export function otherProvider({ url }: BinkServer) {
  return {
    id: "other",
    name: "Other",
    type: "oauth" as const,
    clientId: "client",
    clientSecret: SECRETS.clientSecret,
    client: { token_endpoint_auth_method: "client_secret_post" },
    checks: ["state"],
    authorization: { url: `${url}/api/oauth/authorize`, params: { scope: "" } },
    token: `${url}/api/oauth/token`,
    userinfo: `${url}/api/oauth/user`,
    profile: ({ id, name }: { id: string; name: string }) => ({ id, name, email: null, image: null }),
  }
}

function listenCore(config: AppConfig): Promise<App> {
  const shared = { basePath: "/api/auth", secret: AUTH_SECRET, trustHost: true }
  return listen((log) => {
    const options = { ...shared, logger: loggerFor5(log), ...config } as AuthConfig
    return async (request, response) => sendResponse(await Auth(await toRequest(request), options), response)
  })
}

function listenNextAuth5(config: AppConfig): Promise<App> {
  return listen((log) => {
    const options = {
      secret: AUTH_SECRET,
      trustHost: true,
      logger: loggerFor5(log),
      ...config,
    } as AuthConfig
    const { handlers } = NextAuth5(options)
    return async (request, response) => {
      const handler = request.method === "POST" ? handlers.POST : handlers.GET
      await sendResponse(await handler(new NextRequest(await toRequest(request))), response)
    }
  })
}

/** Uses v4's handler for the pages router, with the properties that Next.js adds to requests and responses. */
function listenNextAuth4(config: AppConfig): Promise<App> {
  process.env.AUTH_TRUST_HOST = "1"
  return listen((log) => {
    const write = (...entry: unknown[]) => log.push(entry.map(print).join(" "))
    const options = { secret: AUTH_SECRET, logger: { error: write, warn: write, debug() {} }, ...config }
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
      // @ts-expect-error only the properties that the handler reads
      await NextAuth4(request, response, options)
    }
  })
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

/** Serves a handler under `/api/auth/`, and a plain page everywhere else. */
export async function listen(createHandler: (log: string[]) => Handler): Promise<App> {
  const log: string[] = []
  const handle = createHandler(log)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/api/auth/")) return void response.end("A page of the app.")
    handle(request, response).catch((error) => {
      log.push(`UNCAUGHT ${print(error)}`)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  return {
    // Next.js rewrites 127.0.0.1 to localhost, which would lose the cookies.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    log,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function loggerFor5(log: string[]) {
  return {
    error: (error: Error) => void log.push(print(error)),
    warn: (code: string) => void log.push(code),
    debug() {},
  }
}

function print(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { depth: Number.POSITIVE_INFINITY })
}

/** Converts a request of Node.js to a standard one. */
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

/** Sends a standard response with Node.js. */
export async function sendResponse(from: Response, to: ServerResponse): Promise<void> {
  to.statusCode = from.status
  for (const [name, value] of from.headers) if (name !== "set-cookie") to.setHeader(name, value)
  to.setHeader("set-cookie", from.headers.getSetCookie())
  to.end(Buffer.from(await from.arrayBuffer()))
}
