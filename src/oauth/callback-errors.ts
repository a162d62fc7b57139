import { BinkError } from "../errors.js"

/** Returns the error for a callback without the `state` parameter of the authorization request. */
export function missingState(): BinkError {
  return new BinkError(
    "missing_state",
    "The callback has no state parameter (RFC 6749 §4.1.2), so it cannot be matched to a sign-in of this browser. " +
      'If this Bink server never returns state, set checks: ["pkce"]. If it ignores PKCE too, that setting lets an attacker sign a user in to the attacker\'s account.',
  )
}

/** Returns the error for a callback that does not belong to a sign-in of this browser. */
export function invalidCallback(): BinkError {
  return new BinkError(
    "invalid_callback",
    "Invalid callback: state or iss does not match the authorization request, or the code is missing. " +
      "The user opened the callback URL twice, or another site sent it. Start the sign-in again.",
  )
}
