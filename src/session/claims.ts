import { ACCESS_TOKEN_LIFETIME } from "../oauth/endpoints.js"
import { parseProfile } from "../profile/profile.js"
import type { Account } from "./auth-config.js"
import { type BinkIdentity, epochSeconds, parseIdentity, toIdentity } from "./identity.js"

/** Bink's claims in a session token. */
export interface Claims {
  bink: BinkIdentity
  /** Only with `revalidate`, and while the access token is valid. */
  binkAccess?: BinkAccess
}

/** The access token for revalidation. It is only in the encrypted session token, never in a session. */
export interface BinkAccess {
  /** Id of the Bink provider that issued the token. */
  provider: string
  token: string
  /** Epoch seconds. */
  expiresAt: number
  /** Time of the last request without a usable response, in epoch seconds. 0 if the last one had a usable response. */
  askedAt: number
}

/** An access token in the session token. A list adds 40 bytes less to the cookie than an object. */
type StoredAccess = [provider: string, token: string, expiresAt: number, askedAt: number]

/**
 * The longest access token that is kept. A cookie holds 4,096 bytes (RFC 6265 §6.1), encryption adds a third, and the
 * user's claims need space as well.
 */
const MAX_TOKEN_LENGTH = 2048

/** Returns the claims of a user who has just signed in with Bink. */
export function claimsFromSignIn(account: Account, rawProfile: unknown): Claims | undefined {
  const profile = parseProfile(rawProfile)
  if (!profile) return undefined
  const now = epochSeconds()
  const bink = toIdentity(profile, now)

  const { provider, access_token: token, expires_at } = account
  if (typeof token !== "string" || token.length > MAX_TOKEN_LENGTH) return { bink }
  const expiresAt = typeof expires_at === "number" ? expires_at : now + ACCESS_TOKEN_LIFETIME
  return { bink, binkAccess: { provider, token, expiresAt, askedAt: 0 } }
}

/** Returns the claims in a session token. */
export function claimsFromToken(token: Record<string, unknown>): Claims | undefined {
  const bink = parseIdentity(token.bink)
  if (!bink || !Array.isArray(token.binkAccess)) return bink && { bink }
  const [provider, accessToken, expiresAt, askedAt] = token.binkAccess as StoredAccess
  return { bink, binkAccess: { provider, token: accessToken, expiresAt, askedAt } }
}

/** Returns an access token as {@link claimsFromToken} reads it. */
export function storeAccess({ provider, token, expiresAt, askedAt }: BinkAccess): StoredAccess {
  return [provider, token, expiresAt, askedAt]
}
