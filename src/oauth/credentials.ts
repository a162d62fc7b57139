import { BinkError } from "../errors.js"

/** The client credentials that Bink issued to the app. */
export interface Credentials {
  clientId?: string | undefined
  clientSecret?: string | undefined
}

/** The fix for a request that Bink refused. */
export const CHECK_CLIENT = "Check AUTH_BINK_ID and AUTH_BINK_SECRET, and the app's registration."

/** Returns `true` if both the client id and the client secret are set. */
export function hasCredentials({ clientId, clientSecret }: Credentials): boolean {
  return Boolean(clientId && clientSecret)
}

/**
 * Returns the client credentials.
 *
 * @throws BinkError `missing_credentials`
 */
export function requireCredentials(credentials: Credentials): Record<keyof Credentials, string> {
  if (!hasCredentials(credentials)) throw missingCredentials()
  return credentials as Record<keyof Credentials, string>
}

/** Returns the error for a sign-in without client credentials. */
export function missingCredentials(): BinkError {
  return new BinkError(
    "missing_credentials",
    "Missing client credentials. Set AUTH_BINK_ID and AUTH_BINK_SECRET, or clientId and clientSecret.",
  )
}

let hasWarned = false

/** Logs a warning about missing client credentials. Calls in the same tick, as Auth.js makes them, log one. */
export function warnOfMissingCredentials(): void {
  if (hasWarned) return
  hasWarned = true
  queueMicrotask(() => {
    hasWarned = false
  })
  console.warn(`[authjs-bink] ${missingCredentials().message}`)
}
