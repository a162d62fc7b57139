import { oauthError } from "../http/responses.js"
import type { Fault } from "./faults.js"

/** The error of a `reset` fault. The server closes the connection; `fetch()` rejects like the global one. */
export class ConnectionReset extends TypeError {
  constructor() {
    super("The emulator closed the connection because of a reset fault.")
  }
}

/** The error in the body of a `truncate` fault. */
class TruncatedBody extends TypeError {
  constructor() {
    super("The emulator truncated the body because of a truncate fault.")
  }
}

/** Milliseconds between the bytes of a `dribble` fault. */
const DRIBBLE_INTERVAL = 1_000

/**
 * Responds with a fault.
 *
 * @param respond Creates the response that the endpoint has without the fault.
 * @param signal Aborts when the client closes the connection.
 */
export async function applyFault(
  fault: Fault,
  respond: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  if (fault.delay) await wait(fault.delay, signal)
  if (fault.kind === "reset") throw new ConnectionReset()
  if (fault.kind === "hang") return wait(Number.POSITIVE_INFINITY, signal) as Promise<never>

  const response = await editResponse(fault, await createResponse(fault, respond))
  switch (fault.kind) {
    case "malformed":
      return withBody(response, '{"malformed": "yes",,')
    case "truncate":
      return truncate(response)
    case "dribble":
      return dribble(response)
    default:
      return response
  }
}

async function createResponse(fault: Fault, respond: () => Promise<Response>): Promise<Response> {
  const { status = 200, body } = fault
  if (body !== undefined) {
    const text = typeof body === "string" ? body : JSON.stringify(body)
    const type = fault.endpoint === "authorize" ? "text/html;charset=UTF-8" : "application/json"
    return new Response(hasNoBody(status) ? null : text, { status, headers: { "Content-Type": type } })
  }
  if (fault.kind === "expired_code") return oauthError("invalid_grant", "The code has expired.")
  if (fault.kind === "revoked_token") return revokedToken()
  if (status >= 300) {
    return hasNoBody(status)
      ? new Response(null, { status })
      : oauthError(status < 500 ? "invalid_request" : "server_error", "The emulator simulates this error.", {
          status,
        })
  }
  const response = await respond()
  if (fault.status === undefined) return response
  return new Response(hasNoBody(status) ? null : response.body, { status, headers: response.headers })
}

function revokedToken(): Response {
  const description = "The access token was revoked."
  return oauthError("invalid_token", description, {
    status: 401,
    headers: {
      "WWW-Authenticate": `Bearer realm="Bink", error="invalid_token", error_description="${description}"`,
    },
  })
}

/** Applies `extra`, `omit` and `headers`. */
async function editResponse(fault: Fault, response: Response): Promise<Response> {
  let edited = response
  if (fault.extra || fault.omit) {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null)
    if (typeof body === "object" && body !== null) {
      const fields: Record<string, unknown> = { ...body, ...fault.extra }
      for (const name of fault.omit ?? []) delete fields[name]
      edited = withBody(response, JSON.stringify(fields))
    }
  }
  const headers = new Headers(edited.headers)
  for (const [name, value] of Object.entries(fault.headers ?? {})) headers.set(name, value)
  return new Response(edited.body, { status: edited.status, headers })
}

/** Announces the whole body, sends half of it, then fails. */
async function truncate(response: Response): Promise<Response> {
  if (hasNoBody(response.status)) return response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent || half.length === 0) return controller.error(new TruncatedBody())
      isSent = true
      controller.enqueue(half)
    },
  })
  const truncated = withBody(response, body)
  truncated.headers.set("Content-Length", String(Math.max(bytes.length, 1)))
  return truncated
}

/** Sends one byte per second. */
async function dribble(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const cancelled = new AbortController()
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent >= bytes.length) return controller.close()
      if (sent > 0) await wait(DRIBBLE_INTERVAL, cancelled.signal).catch(() => undefined)
      if (!cancelled.signal.aborted) controller.enqueue(bytes.subarray(sent, ++sent))
    },
    cancel: () => cancelled.abort(),
  })
  return withBody(response, body)
}

/** Waits in real time, not by the emulator's clock. Rejects when the signal aborts. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const timer = Number.isFinite(ms) ? setTimeout(finish, ms) : undefined
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener("abort", onAbort, { once: true })
    function finish() {
      signal.removeEventListener("abort", onAbort)
      resolve()
    }
  })
}

/** Returns `true` for a status whose responses have no body. */
function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}

function withBody(response: Response, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(hasNoBody(response.status) ? null : body, response)
}
