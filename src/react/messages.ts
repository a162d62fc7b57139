/** Texts of the sign-in button. */
export interface BinkButtonMessages {
  /** Text of the button with `text="signin_with"`, the default. */
  signin_with: string
  /** Text of the button with `text="signup_with"`. */
  signup_with: string
  /** Text of the button with `text="continue_with"`. */
  continue_with: string
  /** Text of the button with `text="signin"`. */
  signin: string
  /** Announced to screen readers while sign-in is pending. */
  pending: string
  /** Shown below the button, and announced to screen readers, if sign-in could not start. */
  error: string
}

/** Texts of the verification badge. `verified…` is level 1, the blue badge; `trusted…` is level 2, the gold badge. */
export interface BinkBadgeMessages {
  /** Accessible name of the blue badge. */
  verified: string
  /** Accessible name of the gold badge. */
  trusted: string
  /** Visible text after the blue icon with `variant="label"`. */
  verifiedLabel: string
  /** Visible text after the gold icon with `variant="label"`. */
  trustedLabel: string
  /** Sentence in the popover of the blue badge with `explain`. */
  verifiedExplanation: string
  /** Sentence in the popover of the gold badge with `explain`. */
  trustedExplanation: string
}

/**
 * Texts of all components in one language. `authjs-bink/locales` exports one object for each language. The `messages`
 * props also accept a part of it, and use English for missing keys.
 *
 * @example
 * import { de } from "authjs-bink/locales"
 * <SignInWithBinkButton messages={de} />
 * <VerificationBadge verificationLevel={2} messages={{ ...de, trusted: "Von Bink als vertrauenswürdig geführt" }} />
 */
export interface BinkMessages extends BinkButtonMessages, BinkBadgeMessages {}

// Two objects, so that an app that uses one component does not load the texts of the other.

/** English texts of the sign-in button. */
export const buttonEnglish: BinkButtonMessages = {
  signin_with: "Sign in with Bink",
  signup_with: "Sign up with Bink",
  continue_with: "Continue with Bink",
  signin: "Sign in",
  pending: "Opening Bink",
  error: "Sign-in failed. Try again.",
}

/** English texts of the verification badge. */
export const badgeEnglish: BinkBadgeMessages = {
  verified: "Passkey-verified by Bink",
  trusted: "Trusted by Bink",
  verifiedLabel: "Verified",
  trustedLabel: "Trusted",
  verifiedExplanation: "Bink verified this user with a passkey.",
  trustedExplanation: "Bink trusts this user.",
}
