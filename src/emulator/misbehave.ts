import { json, oauthError } from "./answers.js"
import { dribbled, isBodiless, truncated, wait, withBody } from "./broken-body.js"
import type { Fault } from "./faults.js"

/** Thrown in place of an answer. A port breaks the connection; `fetch` rejects, as the global one would. */
export class ConnectionReset extends TypeError {
  constructor() {
    super("The emulator broke the connection: a reset fault is in place.")
  }
}

/** Answers with a fault. `respond` is what the endpoint would do without it. */
export async function misbehave(
  fault: Fault,
  respond: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  if (fault.delay) await wait(fault.delay, signal)
  if (fault.kind === "reset") throw new ConnectionReset()
  if (fault.kind === "hang") return wait(Number.POSITIVE_INFINITY, signal) as Promise<never>

  const answer = await edited(fault, await plainAnswer(fault, respond))
  switch (fault.kind) {
    case "malformed":
      return withBody(answer, '{"malformed": "yes",,')
    case "truncate":
      return truncated(answer)
    case "dribble":
      return dribbled(answer)
    default:
      return answer
  }
}

async function plainAnswer(fault: Fault, respond: () => Promise<Response>): Promise<Response> {
  const { status = 200, body } = fault
  if (body !== undefined) {
    const text = typeof body === "string" ? body : JSON.stringify(body)
    const type = fault.endpoint === "authorize" ? "text/html;charset=UTF-8" : "application/json"
    return new Response(isBodiless(status) ? null : text, { status, headers: { "Content-Type": type } })
  }
  if (fault.kind === "expired_code") return oauthError("invalid_grant", "The code has expired.")
  if (fault.kind === "revoked_token") return revoked()
  if (status >= 300) {
    return isBodiless(status)
      ? new Response(null, { status })
      : oauthError(status < 500 ? "invalid_request" : "server_error", "A fault is in place.", { status })
  }
  const answer = await respond()
  if (fault.status === undefined) return answer
  return new Response(isBodiless(status) ? null : answer.body, { status, headers: answer.headers })
}

function revoked(): Response {
  const description = "The access token was revoked."
  return json(
    { error: "invalid_token", error_description: description },
    {
      status: 401,
      headers: {
        "WWW-Authenticate": `Bearer realm="Bink", error="invalid_token", error_description="${description}"`,
      },
    },
  )
}

async function edited(fault: Fault, answer: Response): Promise<Response> {
  let edited = answer
  if (fault.extra || fault.omit) {
    const fields: unknown = await answer
      .clone()
      .json()
      .catch(() => null)
    if (typeof fields === "object" && fields !== null) {
      const changed: Record<string, unknown> = { ...fields, ...fault.extra }
      for (const name of fault.omit ?? []) delete changed[name]
      edited = withBody(answer, JSON.stringify(changed))
    }
  }
  const headers = new Headers(edited.headers)
  for (const [name, given] of Object.entries(fault.headers ?? {})) headers.set(name, given)
  return new Response(edited.body, { status: edited.status, headers })
}
