import { BinkError } from "../errors.js"
import { isBearerToken } from "./access-token.js"
import { CHECK_CLIENT, requireCredentials } from "./credentials.js"
import { ENDPOINT_PATHS } from "./endpoints.js"
import { httpError, invalidResponse, readJson, send } from "./http.js"
import type { ClientSettings } from "./settings.js"
import { withTimeout } from "./timeout.js"

/** The fields of a token response that are used. All other fields stay out of accounts, databases and logs. */
export interface Tokens {
  access_token: string
  token_type: "Bearer"
  /** Lifetime in seconds. */
  expires_in?: number
  refresh_token?: string
  scope?: string
}

/** Like the error codes of RFC 6749 §5.2. Other codes, and descriptions, are not quoted: they may contain secrets. */
const ERROR_CODE = /^(invalid|unauthorized|unsupported)_[a-z_]+$/

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
  // As JSON, properties that are undefined are left out.
  const body = new URLSearchParams(JSON.parse(JSON.stringify(form)))
  return readTokenResponse(
    await send(request, url, { method: "POST", headers: { accept: "application/json" }, body, signal }),
  )
}

/** The parameters of a token request that differ between sign-ins. */
export interface CodeGrant {
  code: string
  redirect_uri: string
  /** `undefined` without PKCE. */
  code_verifier: string | undefined
}

/**
 * Exchanges an authorization code for tokens, within the timeout.
 *
 * @throws BinkError `missing_credentials`, `timeout` and the codes of {@link requestTokens}.
 * @see RFC 6749 §4.1.3, RFC 7636 §4.5
 */
export async function exchangeCode(settings: ClientSettings, grant: CodeGrant): Promise<Tokens> {
  const { clientId, clientSecret } = requireCredentials(settings.credentials)
  const form = {
    grant_type: "authorization_code",
    client_id: clientId,
    client_secret: clientSecret,
    ...grant,
  }
  return withTimeout(settings, (signal) =>
    requestTokens(settings.fetch, settings.baseUrl + ENDPOINT_PATHS.token, form, signal),
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
  const error = Object(body).error
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
  const { access_token, token_type, expires_in, refresh_token, scope } = Object(body)
  // token_type is case-insensitive (RFC 6749 §5.1). A missing one is read as the documented "Bearer".
  if (!isBearerToken(access_token) || !/^bearer$/i.test(token_type ?? "Bearer")) {
    throw invalidResponse("Invalid token response: access_token is missing, or token_type is not Bearer")
  }
  // Also a numeric string.
  const seconds = /number|string/.test(typeof expires_in) ? expires_in : 0
  const lifetime = Math.min(Math.floor(seconds), MAX_EXPIRES_IN)
  return {
    access_token,
    token_type: "Bearer",
    ...(lifetime > 0 && { expires_in: lifetime }),
    ...(isBearerToken(refresh_token) && { refresh_token }),
    ...(typeof scope === "string" && { scope }),
  }
}

function tokenRefused(error: unknown, status: number): BinkError {
  const name = typeof error === "string" && ERROR_CODE.test(error) ? ` (${error})` : ""
  const hint =
    error === "invalid_grant"
      ? "The code has expired, was used before or is for another redirect URI. Start the sign-in again."
      : CHECK_CLIENT
  const message = `Bink refused the token request${name}. ${hint}`
  return new BinkError("token_refused", message, { status })
}
