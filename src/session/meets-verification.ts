import { PASSKEY_VERIFIED, parseVerificationLevel, TRUSTED } from "../profile/levels.js"
import { type BinkIdentity, epochSeconds } from "./identity.js"

/** A `BinkIdentity`, or another object with a verification level, such as a user of Better Auth. */
export interface VerifiedIdentity {
  /** Verification level, `0` to `2`. */
  verificationLevel?: number | null | undefined
  /** When Bink returned the level, in epoch seconds. Without it, no `maxAge` is met. */
  checkedAt?: number | undefined
}

/** Requirement of a page or route. */
export interface VerificationRequirement {
  /** The lowest level that is accepted: `1` passkey-verified, `2` trusted. */
  level: typeof PASSKEY_VERIFIED | typeof TRUSTED
  /** The highest age of the identity, in seconds. @default any age */
  maxAge?: number | undefined
}

/** How far the clocks of an app's servers may differ, in seconds. */
const CLOCK_SKEW = 60

/**
 * Returns `true` if the identity has at least the required verification level and, with `maxAge`, was checked recently
 * enough.
 *
 * Returns `false` for missing or invalid input: no identity, an unknown level in the requirement, a `maxAge` that is
 * not a number of seconds, or an identity without `checkedAt` when `maxAge` is set.
 *
 * @param identity `session.user.bink`, or the user of a Better Auth session.
 * @param requirement The lowest level, and optionally the highest age in seconds.
 *
 * @example
 * const session = await auth()
 * if (!meetsVerification(session?.user?.bink, { level: 2, maxAge: 3600 })) redirect("/get-verified")
 *
 * @example
 * // Better Auth, with `binkUser()`
 * if (!meetsVerification(session?.user, { level: 1 })) redirect("/get-verified")
 */
export function meetsVerification(
  identity: BinkIdentity | VerifiedIdentity | null | undefined,
  requirement: VerificationRequirement,
): boolean {
  // Checked at run time as well, so that a typing error in plain JavaScript does not open a page.
  const { level, maxAge } = requirement ?? {}
  if (level !== PASSKEY_VERIFIED && level !== TRUSTED) return false
  if (parseVerificationLevel(identity?.verificationLevel) < level) return false
  return maxAge === undefined || isRecent(identity?.checkedAt, maxAge)
}

function isRecent(checkedAt: unknown, maxAge: unknown): boolean {
  if (typeof checkedAt !== "number" || typeof maxAge !== "number" || !(maxAge >= 0)) return false
  const age = epochSeconds() - checkedAt
  return age >= -CLOCK_SKEW && age <= maxAge
}
