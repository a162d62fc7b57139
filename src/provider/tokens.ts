import { isBearerToken } from "../api/bearer-token.js"
import { refusal } from "../api/refusal.js"
import { readJson, send } from "../api/response.js"
import { BinkError } from "../errors.js"
import { withoutAbsent } from "./without-absent.js"

/** What is handed on of a token answer. Every other field of it stays out of accounts, databases and logs. */
export interface Tokens {
  access_token: string
  token_type: "Bearer"
  expires_in?: number
  refresh_token?: string
  scope?: string
}

const CHECK_CLIENT = "Check the client id and secret (AUTH_BINK_ID, AUTH_BINK_SECRET)."
const CHECK_REGISTRATION = "Check how the app is registered with Bink."

/** The errors of RFC 6749 §5.2. No others are quoted, and no descriptions: they may hold what was sent. */
const CURES = {
  invalid_client: CHECK_CLIENT,
  unauthorized_client: CHECK_CLIENT,
  invalid_grant:
    "The code has expired, was used before, or was issued to another client or redirect URI. Let the person sign in again, and check that the registered redirect URI is this app's callback.",
  invalid_request: CHECK_REGISTRATION,
  unsupported_grant_type: CHECK_REGISTRATION,
  invalid_scope: CHECK_REGISTRATION,
}

/** Where an access token would outlive this many seconds, it is asked for again by then: a year. */
const LONGEST_LIFE = 31_536_000

/**
 * Asks the token endpoint with a form, credentials in it as Bink documents.
 *
 * @throws BinkError `network_error`, and what {@link readTokens} throws.
 * @see RFC 6749 §4.1.3
 */
export async function postForTokens(
  request: typeof fetch,
  url: string,
  form: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<Tokens> {
  const body = new URLSearchParams(withoutAbsent(form) as Record<string, string>)
  return readTokens(
    await send(request, url, { method: "POST", headers: { accept: "application/json" }, body, signal }),
  )
}

/**
 * Reads the answer of the token endpoint.
 *
 * @throws BinkError `token_refused`, `rate_limited`, `server_error`, `invalid_response`, `network_error`
 * @see RFC 6749 §5.1, §5.2
 */
export async function readTokens(response: Response): Promise<Tokens> {
  const { status } = response
  const body = await readJson(response).catch((error) => {
    if (status === 200) throw error
  })
  // Some servers answer an error with 200. Where they are overloaded or broken, the status says more than the body.
  const error = fieldOf(body, "error")
  const isRefused = (typeof error === "string" && error && status < 429) || status === 401 || status === 403
  if (isRefused) throw refused(error, status)
  if (status !== 200) throw refusal(response)
  return parseTokens(body)
}

/**
 * Repairs what is harmless in a token answer, and rejects the rest before Auth.js can put it, access token included,
 * into its log.
 *
 * @throws BinkError `invalid_response`
 */
export function parseTokens(body: unknown): Tokens {
  const accessToken = fieldOf(body, "access_token")
  if (!isBearerToken(accessToken)) throw unusable("access_token is missing, or no text that can be sent")
  if (!isBearer(fieldOf(body, "token_type"))) throw unusable('token_type is not "Bearer"')

  const tokens: Tokens = { access_token: accessToken, token_type: "Bearer" }
  const expiresIn = seconds(fieldOf(body, "expires_in"))
  if (expiresIn) tokens.expires_in = expiresIn
  const refreshToken = fieldOf(body, "refresh_token")
  if (isBearerToken(refreshToken)) tokens.refresh_token = refreshToken
  const scope = fieldOf(body, "scope")
  if (typeof scope === "string") tokens.scope = scope
  return tokens
}

/** Own fields only: a `__proto__` in the answer must not lend it any. */
function fieldOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined
}

/** RFC 6749 §5.1 asks for the type, in any case of letters; an answer without it can only mean the documented one. */
function isBearer(value: unknown): boolean {
  return value === undefined || value === null || String(value).toLowerCase() === "bearer"
}

/** A lifetime, also as text. One that makes no sense is left out: then Bink's 401 says when the token is over. */
function seconds(value: unknown): number | undefined {
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : 0
  return number >= 1 ? Math.min(Math.floor(number), LONGEST_LIFE) : undefined
}

function unusable(what: string): BinkError {
  return new BinkError(
    "invalid_response",
    `Bink's answer to the token request cannot be used: ${what}. Nobody is signed in on it. Check that baseUrl (or AUTH_BINK_ISSUER) is right.`,
  )
}

function refused(error: unknown, status: number): BinkError {
  const isKnown = typeof error === "string" && Object.hasOwn(CURES, error)
  const name = isKnown ? ` (${error})` : ""
  const cure = isKnown
    ? CURES[error as keyof typeof CURES]
    : status === 200
      ? CHECK_REGISTRATION
      : CHECK_CLIENT
  return new BinkError("token_refused", `Bink gave no token for the code${name}. ${cure}`, { status })
}
