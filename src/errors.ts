/**
 * Every way this package fails, as a word a program can branch on. Messages may be reworded at any time;
 * codes are part of the public interface.
 */
export type BinkErrorCode =
  | "unauthorized"
  | "rate_limited"
  | "server_error"
  | "invalid_response"
  | "timeout"
  | "network_error"
  | "aborted"
  | "invalid_token"
  | "invalid_base_url"
  | "invalid_seed"
  | "invalid_option"
  | "invalid_fault"
  | "port_in_use"
  /** Neither options nor environment name the app's client at Bink. */
  | "missing_credentials"
  /** Bink sent the person back without the `state` it was given, so nothing ties the answer to this browser. */
  | "missing_state"
  /** The answer that came to the callback is not one to this browser's sign-in. */
  | "invalid_callback"
  /** Bink gave no token for the code: wrong client or secret, or a code that is used up, expired or another's. */
  | "token_refused"

/** Where more is said about a code: a page that is installed with this package. @internal */
export function readMore(code: string): string {
  return `authjs-bink/docs/troubleshooting.md#${code.toLowerCase()}`
}

/** What is known of a failure beside its message. Nothing here may hold a token, a secret or a code. */
export interface BinkErrorDetails {
  /** HTTP status of the answer, where there was one. */
  status?: number | undefined
  /** Seconds to wait before another try, where the server named a time (RFC 9110 §10.2.3). */
  retryAfter?: number | undefined
  /** The failure underneath. Only ever one that cannot quote a request's headers or body. */
  cause?: unknown
}

/**
 * The one error class of this package: a message that says what happened, why it matters and how to mend it,
 * where to read more, and a stable {@link BinkErrorCode}. It never carries a token, a secret or an authorization code.
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
  readonly code: BinkErrorCode
  /** HTTP status of the answer, where there was one. */
  declare readonly status?: number
  /** Seconds to wait before another try, where the server named a time. */
  declare readonly retryAfter?: number

  constructor(code: BinkErrorCode, message: string, details: BinkErrorDetails = {}) {
    super(
      `${message} See ${readMore(code)}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    )
    this.code = code
    if (details.status !== undefined) this.status = details.status
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter
  }
}
