import { type BinkProfile, parseProfile } from "../profile/profile.js"

/** Bink's identity of the user of a session, and when it was checked. */
export interface BinkIdentity extends Pick<BinkProfile, "id" | "username" | "plan" | "verificationLevel"> {
  /** When Bink returned this identity, in epoch seconds. */
  checkedAt: number
}

/** Returns the current time in epoch seconds. */
export function epochSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** Returns the identity of a profile that Bink returned at `checkedAt` (epoch seconds). */
export function toIdentity(
  { id, username, plan, verificationLevel }: BinkProfile,
  checkedAt: number,
): BinkIdentity {
  return { id, username, plan, verificationLevel, checkedAt }
}

/**
 * Reads an identity from a session token or a database column. Some databases return JSON as text. Returns `undefined`
 * for anything else that an earlier version of the app, or an edit of the database, may have left.
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
