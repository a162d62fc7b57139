import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"

/** A request that the server received. `params` are from the query, or from the form of a POST request. */
export interface RecordedRequest {
  endpoint: "authorize" | "token" | "user" | "other"
  method: string
  params: URLSearchParams
  headers: IncomingMessage["headers"]
}

/** Sends the response to a request. */
export type Responder = (response: ServerResponse, request: RecordedRequest) => void

/** Responders that replace the default ones. */
export type Responses = Partial<Record<"authorize" | "token" | "user", Responder>>

/** The secrets of a sign-in. No log, error or URL may contain them. */
export const SECRETS = {
  clientSecret: "client-secret-9f2c",
  code: "authorization-code-4b71",
  accessToken: "access-token-77aa",
}

/** A token that the user endpoint accepts and that was issued to another app. */
export const STOLEN_TOKEN = "stolen-token-31d0"

/** The profile that the user endpoint returns by default. */
export const PROFILE = {
  id: "user-1",
  name: "Ada",
  email: "Ada@Example.com",
  username: "ada",
  avatar: "https://bink.example/ada.png",
  plan: "VERIFIED",
  verificationLevel: 1,
}

/** The token response by default. */
export const TOKENS = { access_token: SECRETS.accessToken, token_type: "Bearer", expires_in: 3600 }

/** A running Bink server. */
export interface BinkServer {
  url: string
  /** Every request since the start, or since the last `setResponses`. */
  requests: RecordedRequest[]
  /** Replaces all earlier responders, closes open connections and clears `requests`. */
  setResponses(responses: Responses): void
  close(): Promise<void>
}

/**
 * Starts a minimal Bink server that approves every sign-in at once. It shares no code with the package's emulator, so
 * that an error in shared code cannot hide.
 */
export async function listenAsBink(): Promise<BinkServer> {
  const requests: RecordedRequest[] = []
  let responses: Responses = {}

  const server = createServer(async (incoming, response) => {
    response.on("error", () => {})
    const request = await read(incoming)
    requests.push(request)
    const responder = request.endpoint === "other" ? undefined : responses[request.endpoint]
    ;(responder ?? respondByDefault)(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    setResponses(next) {
      server.closeAllConnections()
      requests.length = 0
      responses = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** {@link listenAsBink}, until the end of the test. */
export async function startBinkServer(): Promise<BinkServer> {
  const bink = await listenAsBink()
  onTestFinished(() => bink.close())
  return bink
}

/** Responds with a body, as `application/json` by default. */
export function respond(
  body: string | Buffer,
  status = 200,
  headers: Record<string, string> = {},
): Responder {
  return (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body)
}

/** Responds with a value as JSON. */
export function respondJson(body: unknown, status = 200, headers: Record<string, string> = {}): Responder {
  return respond(JSON.stringify(body), status, headers)
}

/** Redirects to the app's callback with `code`, `state` and the given parameters. `null` removes a parameter. */
export function redirectToApp(params: Record<string, string | null> = {}): Responder {
  return (response, request) => {
    const url = new URL(request.params.get("redirect_uri") ?? "")
    const all = { code: SECRETS.code, state: request.params.get("state"), ...params }
    for (const [name, value] of Object.entries(all)) if (value !== null) url.searchParams.set(name, value)
    response.writeHead(302, { location: url.href }).end()
  }
}

/** Closes the connection with a TCP reset. */
export const resetConnection: Responder = (response) => response.socket?.resetAndDestroy()

const respondByDefault: Responder = (response, request) => {
  const { endpoint, params, headers } = request
  if (endpoint === "authorize") return redirectToApp()(response, request)
  if (endpoint === "token") {
    const isValid =
      params.get("client_secret") === SECRETS.clientSecret && params.get("code") === SECRETS.code
    const responder = isValid ? respondJson(TOKENS) : respondJson({ error: "invalid_client" }, 401)
    return responder(response, request)
  }
  if (endpoint === "user") {
    const isValid = [SECRETS.accessToken, STOLEN_TOKEN].some(
      (token) => headers.authorization === `Bearer ${token}`,
    )
    const responder = isValid ? respondJson(PROFILE) : respondJson({ error: "unauthorized" }, 401)
    return responder(response, request)
  }
  respondJson({ error: "not found" }, 404)(response, request)
}

async function read(incoming: IncomingMessage): Promise<RecordedRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://bink")
  let body = ""
  for await (const chunk of incoming) body += chunk
  const endpoint = (["authorize", "token", "user"] as const).find((name) => pathname === `/api/oauth/${name}`)
  return {
    endpoint: endpoint ?? "other",
    method: incoming.method ?? "",
    params: incoming.method === "POST" ? new URLSearchParams(body) : searchParams,
    headers: incoming.headers,
  }
}
