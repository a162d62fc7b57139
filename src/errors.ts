/**
 * Codes of a {@link BinkError}. They are part of the public interface and stay as they are. Messages may change in any
 * version.
 */
export type BinkErrorCode =
  /** Bink rejected the token (HTTP 401 or 403). */
  | "unauthorized"
  /** Bink received too many requests (HTTP 429). */
  | "rate_limited"
  /** Bink failed (HTTP 5xx). */
  | "server_error"
  /** The response is not what Bink documents. */
  | "invalid_response"
  /** The response was not complete in time. */
  | "timeout"
  /** The request could not be sent, or the connection broke. */
  | "network_error"
  /** The caller's `AbortSignal` aborted the request. */
  | "aborted"
  /** The token cannot be sent, or must not be sent from a browser page. */
  | "invalid_token"
  /** `baseUrl` or `AUTH_BINK_ISSUER` is not a usable URL. */
  | "invalid_base_url"
  /** The emulator's users, clients or tokens are invalid. */
  | "invalid_seed"
  /** An option has an invalid value. */
  | "invalid_option"
  /** A fault for the emulator is invalid. */
  | "invalid_fault"
  /** The emulator's port is in use. */
  | "port_in_use"
  /** The client id or the client secret is missing. */
  | "missing_credentials"
  /** The callback has no `state`. */
  | "missing_state"
  /** The callback does not belong to a sign-in of this browser, or Bink refused the authorization request. */
  | "invalid_callback"
  /** The user declined the sign-in. */
  | "access_denied"
  /** A sign-in of a test failed. */
  | "sign_in_failed"
  /** Bink refused the token request: wrong client credentials, or an invalid, expired or used code. */
  | "token_refused"

/** Returns the place in the installed package that explains a code. @internal */
export function errorReference(code: string): string {
  return `authjs-bink/docs/errors.md#${code.toLowerCase()}`
}

/** Properties of a {@link BinkError} besides its message. They never contain a token, a secret or a code. */
export interface BinkErrorDetails {
  /** HTTP status of the response. */
  status?: number | undefined
  /** Seconds to wait before the next request, from the `Retry-After` header (RFC 9110 §10.2.3). */
  retryAfter?: number | undefined
  /** The underlying error, if it cannot quote request headers or bodies. */
  cause?: unknown
}

/**
 * The error class of this package. Its message has the cause, the fix and a reference to the Errors page. It never
 * contains a token, a secret or an authorization code.
 *
 * @example
 * try {
 *   await getBinkUser(token)
 * } catch (error) {
 *   if (error instanceof BinkError && error.code === "rate_limited") retryIn(error.retryAfter ?? 60)
 *   else throw error
 * }
 */
export class BinkError extends Error {
  override readonly name = "BinkError"
  /** Stable code of the error. */
  readonly code: BinkErrorCode
  /** HTTP status of the response, if there was one. */
  declare readonly status?: number
  /** Seconds to wait before the next request, if the server sent them. */
  declare readonly retryAfter?: number

  /**
   * @param code Stable code of the error.
   * @param message Cause and fix, without secrets.
   * @param details HTTP status, `Retry-After` and the underlying error.
   */
  constructor(code: BinkErrorCode, message: string, { cause, status, retryAfter }: BinkErrorDetails = {}) {
    super(`${message} See ${errorReference(code)}`, cause === undefined ? undefined : { cause })
    this.code = code
    if (status !== undefined) this.status = status
    if (retryAfter !== undefined) this.retryAfter = retryAfter
  }
}
