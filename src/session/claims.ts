import { parseProfile } from "../protocol/profile.js"
import type { Account } from "./auth-config.js"
import { type BinkIdentity, epochSeconds, parseIdentity, toIdentity } from "./identity.js"

/** What a JWT session carries of Bink. */
export interface Claims {
  bink: BinkIdentity
  /** There only with `revalidate`, and while there is something to ask with. */
  binkAccess?: Access
}

/** What it takes to ask Bink again. The session token is encrypted, and no session shows it. */
export interface Access {
  /** Which of an app's Binks it came from. */
  provider: string
  token: string
  /** Epoch seconds. */
  expiresAt: number
  /** When Bink was last asked in vain, in epoch seconds. */
  askedAt?: number
}

/** How long Bink's access tokens live, in seconds, where an answer does not say. @see Bink's developer page */
const DOCUMENTED_LIFE = 3600

/**
 * The longest access token that is kept. Browsers hold 4,096 bytes a cookie (RFC 6265 §6.1), encryption makes a third
 * more of what is in it, and the person needs room in there too.
 */
const LONGEST_TOKEN = 2048

/** The claims of someone who has just come through Bink. */
export function claimsFromSignIn(account: Account, profile: unknown): Claims | undefined {
  const person = parseProfile(profile)
  if (!person) return undefined
  const now = epochSeconds()
  const bink = toIdentity(person, now)

  const { provider, access_token: token, expires_at } = account
  if (typeof token !== "string" || token.length > LONGEST_TOKEN) return { bink }
  const expiresAt = typeof expires_at === "number" ? expires_at : now + DOCUMENTED_LIFE
  return { bink, binkAccess: { provider, token, expiresAt } }
}

/** The claims that a session token already carries. */
export function claimsFromToken(token: Record<string, unknown>): Claims | undefined {
  const bink = parseIdentity(token.bink)
  const binkAccess = token.binkAccess as Access | undefined
  return bink && { bink, ...(binkAccess && { binkAccess }) }
}
