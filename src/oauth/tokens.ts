import { BinkError } from "../errors.js"
import { isBearerToken } from "./access-token.js"
import { httpError, readJson, send } from "./http.js"

/** The fields of a token response that are used. All other fields stay out of accounts, databases and logs. */
export interface Tokens {
  access_token: string
  token_type: "Bearer"
  /** Lifetime in seconds. */
  expires_in?: number
  refresh_token?: string
  scope?: string
}

const CHECK_CREDENTIALS = "Check the client id and secret (AUTH_BINK_ID, AUTH_BINK_SECRET)."
const CHECK_REGISTRATION = "Check the app's registration with Bink."

/** What to do about each error code of RFC 6749 §5.2. Other codes and descriptions are not quoted: they may contain secrets. */
const ERROR_HINTS = {
  invalid_client: CHECK_CREDENTIALS,
  unauthorized_client: CHECK_CREDENTIALS,
  invalid_grant:
    "The code has expired, was used before, or was issued to another client or redirect URI. Sign in again, and check that the registered redirect URI is this app's callback URL.",
  invalid_request: CHECK_REGISTRATION,
  unsupported_grant_type: CHECK_REGISTRATION,
  invalid_scope: CHECK_REGISTRATION,
}

/** The longest token lifetime that is stored, in seconds: a year. */
const MAX_EXPIRES_IN = 31_536_000

/** Form parameters of a token request. Parameters that are `undefined` are not sent. */
export type TokenForm = Record<string, string | undefined>

/**
 * Sends a token request, with the client credentials in the body.
 *
 * @throws BinkError `network_error` and the codes of {@link readTokenResponse}.
 * @see RFC 6749 §4.1.3
 */
export async function requestTokens(
  request: typeof fetch,
  url: string,
  form: TokenForm,
  signal: AbortSignal,
): Promise<Tokens> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) if (value !== undefined) body.set(name, value)
  return readTokenResponse(
    await send(request, url, { method: "POST", headers: { accept: "application/json" }, body, signal }),
  )
}

/**
 * Reads the response of the token endpoint.
 *
 * @throws BinkError `token_refused`, `rate_limited`, `server_error`, `invalid_response`, `network_error`
 * @see RFC 6749 §5.1, §5.2
 */
export async function readTokenResponse(response: Response): Promise<Tokens> {
  const { status } = response
  const body = await readJson(response).catch((error) => {
    if (status === 200) throw error
  })
  // Some servers send an error with status 200. From 429 on, the status is more precise than the body.
  const error = ownField(body, "error")
  const isRefused = (typeof error === "string" && error && status < 429) || status === 401 || status === 403
  if (isRefused) throw tokenRefused(error, status)
  if (status !== 200) throw httpError(response)
  return parseTokens(body)
}

/**
 * Returns the documented fields of a token response, and repairs harmless deviations. Rejects the rest before Auth.js
 * can write the response, access token included, to its log.
 *
 * @throws BinkError `invalid_response`
 */
export function parseTokens(body: unknown): Tokens {
  const accessToken = ownField(body, "access_token")
  if (!isBearerToken(accessToken)) throw invalidTokens("access_token is missing or not a bearer token")
  if (!isBearer(ownField(body, "token_type"))) throw invalidTokens('token_type is not "Bearer"')

  const tokens: Tokens = { access_token: accessToken, token_type: "Bearer" }
  const expiresIn = parseExpiresIn(ownField(body, "expires_in"))
  if (expiresIn) tokens.expires_in = expiresIn
  const refreshToken = ownField(body, "refresh_token")
  if (isBearerToken(refreshToken)) tokens.refresh_token = refreshToken
  const scope = ownField(body, "scope")
  if (typeof scope === "string") tokens.scope = scope
  return tokens
}

/** Own fields only, so that a `__proto__` in the response adds none. */
function ownField(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined
}

/** `token_type` is required and case-insensitive (RFC 6749 §5.1). A missing one is read as the documented "Bearer". */
function isBearer(value: unknown): boolean {
  return value === undefined || value === null || String(value).toLowerCase() === "bearer"
}

/** Returns the lifetime in whole seconds, also from a numeric string, or `undefined` if it makes no sense. */
function parseExpiresIn(value: unknown): number | undefined {
  const seconds = typeof value === "number" || typeof value === "string" ? Number(value) : 0
  return seconds >= 1 ? Math.min(Math.floor(seconds), MAX_EXPIRES_IN) : undefined
}

function invalidTokens(problem: string): BinkError {
  return new BinkError(
    "invalid_response",
    `Invalid token response: ${problem}. Check the base URL (baseUrl or AUTH_BINK_ISSUER).`,
  )
}

function tokenRefused(error: unknown, status: number): BinkError {
  const isKnown = typeof error === "string" && Object.hasOwn(ERROR_HINTS, error)
  const name = isKnown ? ` (${error})` : ""
  const hint = isKnown
    ? ERROR_HINTS[error as keyof typeof ERROR_HINTS]
    : status === 200
      ? CHECK_REGISTRATION
      : CHECK_CREDENTIALS
  return new BinkError("token_refused", `Bink refused the token request${name}. ${hint}`, { status })
}
