/**
 * Bink's verification level of a user: `0` is not verified, `1` passkey-verified (blue badge), `2` trusted (gold badge).
 *
 * Bink's developer page names the two badges in this order. It does not state which number belongs to which badge.
 *
 * @see Bink's developer page, "Verified identities"
 */
export type VerificationLevel = 0 | 1 | 2

/** The level of the blue badge. */
export const PASSKEY_VERIFIED = 1

/** The level of the gold badge. */
export const TRUSTED = 2

/** The English name of each level, for the emulator and the CLI. Literal keys, so that bundlers can leave it out. */
export const LEVEL_LABELS: Record<VerificationLevel, string> = {
  0: "Not verified",
  1: "Passkey-verified",
  2: "Trusted",
}

/** Returns `true` if a value is a verification level that Bink documents. */
export function isVerificationLevel(value: unknown): value is VerificationLevel {
  return value === 0 || value === PASSKEY_VERIFIED || value === TRUSTED
}

/** Returns the verification level, or `0` for an unknown value: an unknown level never shows as more trust. */
export function parseVerificationLevel(value: unknown): VerificationLevel {
  return value === PASSKEY_VERIFIED || value === TRUSTED ? value : 0
}
