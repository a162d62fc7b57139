import { isBearerToken } from "../api/bearer-token.js"
import { refusal } from "../api/refusal.js"
import { readJson } from "../api/response.js"
import { BinkError } from "../errors.js"

/** What is handed on of a token answer. Every other field of it stays out of accounts, databases and logs. */
export interface Tokens {
  access_token: string
  token_type: "Bearer"
  expires_in?: number
  refresh_token?: string
  scope?: string
}

/** The errors of RFC 6749 §5.2. Only these are quoted: an error's description may hold what was sent. */
const KNOWN_ERRORS: readonly unknown[] = [
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
]

/** Where an access token would outlive this many seconds, it is asked for again by then: a year. */
const LONGEST_LIFE = 31_536_000

/**
 * Reads the answer of the token endpoint.
 *
 * @throws BinkError `token_refused`, `unauthorized`, `rate_limited`, `server_error`, `invalid_response`
 * @see RFC 6749 §5.1, §5.2
 */
export async function readTokens(response: Response): Promise<Tokens> {
  const { status } = response
  const body = await readJson(response).catch((error) => {
    throw status === 200 ? error : refusal(response)
  })
  // Some servers answer an error with 200. Where they are overloaded or broken, the status says more than the body.
  const error = fieldOf(body, "error")
  if (KNOWN_ERRORS.includes(error) && status < 429) throw refused(String(error), status)
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

function refused(error: string, status: number): BinkError {
  const cure =
    error === "invalid_client" || error === "unauthorized_client"
      ? "Check the client id and secret (AUTH_BINK_ID, AUTH_BINK_SECRET)."
      : error === "invalid_grant"
        ? "The code has expired, was used before, or was issued to another client or redirect URI: let the person sign in again, and check that the registered redirect URI is this app's callback."
        : "Check the client's registration at Bink."
  return new BinkError("token_refused", `Bink gave no token for the code (${error}). ${cure}`, { status })
}
