import type { VerificationLevel } from "../protocol/levels.js"
import { type BinkPlan, type BinkProfile, parseProfile } from "../protocol/profile.js"

/** What Bink said about the person of a session, and when. */
export interface BinkIdentity {
  /** Bink's own id of the person, which names them for good. */
  id: string
  username: string | null
  plan: BinkPlan
  /** `0` nothing, `1` passkey-verified (the blue badge), `2` trusted (the gold badge). */
  verificationLevel: VerificationLevel
  /** When Bink said so, in epoch seconds. */
  checkedAt: number
}

/** The present, in epoch seconds. */
export function epochSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** What is kept of a profile that Bink gave at a moment, in epoch seconds. */
export function toIdentity(
  { id, username, plan, verificationLevel }: BinkProfile,
  checkedAt: number,
): BinkIdentity {
  return { id, username, plan, verificationLevel, checkedAt }
}

/**
 * Reads an identity back from where it was kept: a session token, or a JSON column, which some databases give as
 * text. An earlier version of the app, or a hand in the database, may have left anything there: what cannot be an
 * identity is none.
 */
export function parseIdentity(stored: unknown): BinkIdentity | undefined {
  const value = typeof stored === "string" ? parseJson(stored) : stored
  const profile = parseProfile(value)
  const { checkedAt } = (profile ? value : {}) as { checkedAt?: unknown }
  if (!profile || typeof checkedAt !== "number" || !Number.isFinite(checkedAt)) return undefined
  return toIdentity(profile, checkedAt)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
