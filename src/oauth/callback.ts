import { BinkError } from "../errors.js"
import { CHECK_CLIENT } from "./credentials.js"

/** A callback, as frameworks pass it: the requested URL, with or without its origin, its query, or the request. */
export type Callback = string | URL | URLSearchParams | { url?: string | undefined }

/**
 * Checks a callback and returns its code.
 *
 * @param issuer Expected `iss`, for a callback that has one.
 * @param state `state` of the authorization request. Empty if the app has lost it, `false` without this check.
 * @throws BinkError `missing_state`, `invalid_callback`, `access_denied`, `server_error`
 * @see RFC 6749 §4.1.2, RFC 9207 §2.4
 */
export function readCallback(callback: Callback, issuer: string, state: string | false): string {
  const params = paramsOf(callback)
  const [receivedState = "", iss = issuer, error, code] = ["state", "iss", "error", "code"].map((name) => {
    const [value, ...others] = params.getAll(name)
    if (others.length) throw invalidCallback()
    return value
  })
  if (state !== false) {
    if (!receivedState) throw missingState()
    if (!equalsInConstantTime(receivedState, state)) throw invalidCallback()
  }
  if (iss !== issuer) throw invalidCallback()
  if (error) throw callbackError(error)
  if (!code) throw invalidCallback()
  return code
}

function paramsOf(callback: Callback): URLSearchParams {
  const text = String((callback as { url?: string | undefined }).url ?? callback)
  return new URLSearchParams(/^(?:[^?#]*\?)?([^#]*)/.exec(text)?.[1])
}

/** The time does not depend on where the texts differ, so that a state cannot be guessed step by step. */
function equalsInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

/** Returns the error for a callback with an `error` (RFC 6749 §4.1.2.1). Its description may contain secrets. */
function callbackError(error: string): BinkError {
  if (error === "access_denied") return new BinkError(error, "The user declined the sign-in.")
  const code = error === "server_error" ? error : "invalid_callback"
  return new BinkError(code, `Bink returned an error. ${CHECK_CLIENT}`)
}

/** Returns the error for a callback without the `state` parameter of the authorization request. */
export function missingState(): BinkError {
  return new BinkError(
    "missing_state",
    'The callback has no state. If Bink never returns it, set checks: ["pkce"].',
  )
}

/** Returns the error for a callback that does not belong to a sign-in of this browser. */
export function invalidCallback(): BinkError {
  return new BinkError(
    "invalid_callback",
    "Invalid callback: state, iss, code or codeVerifier is missing or wrong. Start the sign-in again.",
  )
}
