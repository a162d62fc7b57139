import { BinkError } from "../errors.js"

/**
 * Bink answered a sign-in without the `state` it was given. NextAuth 4 has the provider say so, and Auth.js 5 leaves it
 * to the log: the words are the same.
 */
export function missingState(): BinkError {
  return new BinkError(
    "missing_state",
    "Bink sent the person back without the state it was given (RFC 6749 §4.1.2), so nothing shows that this browser began the sign-in, and it was stopped. " +
      'If this Bink never returns it, set checks: ["pkce"]. That costs: where it ignores PKCE too, someone could be signed in to a stranger\'s account.',
  )
}
