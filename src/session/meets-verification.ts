import { PASSKEY_VERIFIED, parseVerificationLevel, TRUSTED } from "../protocol/levels.js"
import { epochSeconds } from "./identity.js"

/** What is known of a person: a `BinkIdentity`, or another object with its level, such as a user of Better Auth. */
export interface VerifiedIdentity {
  verificationLevel?: number | null | undefined
  /** When Bink said so, in epoch seconds. Without it no `maxAge` is met. */
  checkedAt?: number | undefined
}

/** What a page asks of the person in front of it. */
export interface VerificationRequirement {
  /** The least level: `1` passkey-verified, `2` trusted. */
  level: typeof PASSKEY_VERIFIED | typeof TRUSTED
  /** How old Bink's word may be, in seconds. @default any age */
  maxAge?: number | undefined
}

/** The clocks of an app's servers may differ by this many seconds; a word from further ahead was not given yet. */
const CLOCK_SKEW = 60

/**
 * Whether Bink vouches for a person as much as a page asks, and said so recently enough.
 *
 * Whatever is in doubt is `false`: no identity, a requirement for another level than 1 or 2, a `maxAge` that is no
 * number of seconds, an identity without a usable date where a `maxAge` is asked for.
 *
 * @example
 * const session = await auth()
 * if (!meetsVerification(session?.user?.bink, { level: 2, maxAge: 3600 })) redirect("/get-verified")
 *
 * @example Better Auth, with `binkUser()`
 * if (!meetsVerification(session?.user, { level: 1 })) redirect("/get-verified")
 */
export function meetsVerification(
  identity: VerifiedIdentity | null | undefined,
  requirement: VerificationRequirement,
): boolean {
  // Callers in plain JavaScript are the reason for these doubts: a gate must not open by a typing error.
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
