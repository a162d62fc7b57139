/**
 * How much Bink vouches for a person: `0` nothing, `1` passkey-verified (the blue badge), `2` trusted (the gold
 * badge). The page names the badges in this order, and says no more of which number is which.
 *
 * @see Bink's developer page, "Verified identities"
 */
export type VerificationLevel = 0 | 1 | 2

/** The person proved themselves with a passkey: the blue badge. */
export const PASSKEY_VERIFIED = 1

/** Bink trusts the person: the gold badge. */
export const TRUSTED = 2

/**
 * Reads a level that came over the wire. Whatever this package does not know, a later level or a number sent as
 * text included, is read as `0`: the unknown never shows as more trust than is known.
 */
export function parseVerificationLevel(value: unknown): VerificationLevel {
  return value === PASSKEY_VERIFIED || value === TRUSTED ? value : 0
}
