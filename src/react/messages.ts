/** What the sign-in button says, one key for each value of its `text` prop, and while and after it works. */
export interface BinkButtonMessages {
  signin_with: string
  signup_with: string
  continue_with: string
  signin: string
  /** Announced while the sign-in page is on its way. */
  pending: string
  /** Shown and announced when sign-in could not start. */
  error: string
}

/** What the badges say. `verified` is level 1, the blue badge; `trusted` is level 2, the gold one. */
export interface BinkBadgeMessages {
  /** The badge's name, which screen readers speak. */
  verified: string
  trusted: string
  /** The word beside the badge in `variant="label"`. */
  verifiedLabel: string
  trustedLabel: string
  /** The sentence that `explain` opens. */
  verifiedExplanation: string
  trustedExplanation: string
}

/**
 * Every word that the button and the badge say. `authjs-bink/locales` has one such object a language; the
 * `messages` props take a whole one or some of its keys, and keep English for the rest.
 *
 * @example
 * import { de } from "authjs-bink/locales"
 * <SignInWithBinkButton messages={de} />
 * <VerificationBadge verificationLevel={2} messages={{ ...de, trusted: "Von Bink als vertrauenswürdig geführt" }} />
 */
export interface BinkMessages extends BinkButtonMessages, BinkBadgeMessages {}
