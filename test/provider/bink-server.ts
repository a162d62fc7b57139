import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A request as it came, with its parameters read from the query or the body. */
export interface Seen {
  endpoint: "authorize" | "token" | "user" | "elsewhere"
  method: string
  params: URLSearchParams
  headers: IncomingMessage["headers"]
}

export type Answer = (response: ServerResponse, seen: Seen) => void

/** What the server does instead of answering well. */
export type Misbehaviour = Partial<Record<"authorize" | "token" | "user", Answer>>

/** What is secret in a sign-in here: none of it may be found in a log, an error or an address. */
export const SECRETS = {
  clientSecret: "client-secret-9f2c",
  code: "authorization-code-4b71",
  accessToken: "access-token-77aa",
}

/** A token that Bink honours, but did not give to the app that tries to use it. */
export const STOLEN_TOKEN = "stolen-token-31d0"

export const PROFILE = {
  id: "person-1",
  name: "Ada",
  email: "Ada@Example.com",
  username: "ada",
  avatar: "https://bink.example/ada.png",
  plan: "VERIFIED",
  verificationLevel: 1,
}

export const TOKENS = { access_token: SECRETS.accessToken, token_type: "Bearer", expires_in: 3600 }

/**
 * A Bink of the tests' own that approves at once, and misbehaves as it is told. Not the emulator of the package: what
 * plays the faults here must not share a line with what is tried.
 */
export async function startBinkServer() {
  const requests: Seen[] = []
  let misbehaviour: Misbehaviour = {}

  const server = createServer(async (request, response) => {
    response.on("error", () => {})
    const seen = await read(request)
    requests.push(seen)
    const answer = seen.endpoint === "elsewhere" ? undefined : misbehaviour[seen.endpoint]
    if (answer) answer(response, seen)
    else behave(response, seen)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** From now on, and with nothing left of what went before. */
    misbehave(next: Misbehaviour) {
      server.closeAllConnections()
      requests.length = 0
      misbehaviour = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type BinkServer = Awaited<ReturnType<typeof startBinkServer>>

export function json(response: ServerResponse, body: unknown, status = 200, type = "application/json") {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(body))
}

/** Sends the person back to the app, with the parameters of a good answer and those given. */
export function sendBack(response: ServerResponse, seen: Seen, answer: Record<string, string | null> = {}) {
  const target = new URL(seen.params.get("redirect_uri") ?? "")
  for (const [name, value] of Object.entries({
    code: SECRETS.code,
    state: seen.params.get("state"),
    ...answer,
  })) {
    if (value !== null) target.searchParams.set(name, value)
  }
  response.writeHead(302, { location: target.href }).end()
}

function behave(response: ServerResponse, seen: Seen) {
  if (seen.endpoint === "authorize") sendBack(response, seen)
  else if (seen.endpoint === "token") {
    const isGood =
      seen.params.get("client_secret") === SECRETS.clientSecret && seen.params.get("code") === SECRETS.code
    json(response, isGood ? TOKENS : { error: "invalid_client" }, isGood ? 200 : 401)
  } else if (seen.endpoint === "user") {
    const isGood = [SECRETS.accessToken, STOLEN_TOKEN].some(
      (token) => seen.headers.authorization === `Bearer ${token}`,
    )
    json(response, isGood ? PROFILE : { error: "unauthorized" }, isGood ? 200 : 401)
  } else json(response, { error: "not found" }, 404)
}

async function read(request: IncomingMessage): Promise<Seen> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://bink")
  let body = ""
  for await (const chunk of request) body += chunk
  const endpoint = (["authorize", "token", "user"] as const).find((name) => pathname === `/api/oauth/${name}`)
  return {
    endpoint: endpoint ?? "elsewhere",
    method: request.method ?? "",
    params: request.method === "POST" ? new URLSearchParams(body) : searchParams,
    headers: request.headers,
  }
}
