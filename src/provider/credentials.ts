import { BinkError } from "../errors.js"

/** What the app shows itself to Bink by. */
export interface Credentials {
  clientId?: string
  clientSecret?: string
}

const MESSAGE =
  "Bink has no client id or no client secret here, so nobody can sign in with it. " +
  "Set AUTH_BINK_ID and AUTH_BINK_SECRET, or pass clientId and clientSecret to Bink()."

export function hasCredentials({ clientId, clientSecret }: Credentials): boolean {
  return Boolean(clientId && clientSecret)
}

export function missingCredentials(): BinkError {
  return new BinkError("missing_credentials", MESSAGE)
}

let hasJustWarned = false

/**
 * Says at start what will fail at the first sign-in. Auth.js calls an uncalled provider more than once in a row: one
 * row gives one warning.
 */
export function warnOfMissingCredentials(): void {
  if (hasJustWarned) return
  hasJustWarned = true
  queueMicrotask(() => {
    hasJustWarned = false
  })
  console.warn(`[authjs-bink] ${missingCredentials().message}`)
}
