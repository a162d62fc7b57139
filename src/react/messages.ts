/** Language of the texts. The components set both on their element, if `messages` has them (WCAG 3.1.2). */
export interface BinkLanguage {
  /** BCP 47 tag of the language. */
  lang: string
  /** Direction of its script. */
  dir: "ltr" | "rtl"
}

/** Texts of the sign-in button. */
export interface BinkButtonMessages extends BinkLanguage {
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
export interface BinkBadgeMessages extends BinkLanguage {
  /** Accessible name of the blue badge. */
  verified: string
  /** Accessible name of the gold badge. */
  trusted: string
  /** Visible text after the blue icon with `variant="label"`. */
  verifiedLabel: string
  /** Visible text after the gold icon with `variant="label"`. */
  trustedLabel: string
  /** Sentence in the popover of `VerificationBadgeButton` with the blue badge. */
  verifiedExplanation: string
  /** Sentence in the popover of `VerificationBadgeButton` with the gold badge. */
  trustedExplanation: string
}

/** Texts of {@link signInErrorMessage}. */
export interface BinkErrorMessages {
  /** Sign-in failed. */
  error: string
  /** The user declined to sign in on Bink's page. */
  declined: string
  /** Another account has the user's email address. */
  notLinked: string
  /** The app's `signIn` callback rejected the user. */
  notAllowed: string
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
export interface BinkMessages extends BinkButtonMessages, BinkBadgeMessages, BinkErrorMessages {}

// One object each, so that an app that uses one component does not load the texts of the others. Without `lang`: a text
// that is English by default must not override the language of the page, which the browser may have translated.

/** English texts of the sign-in button. */
export const buttonEnglish: Omit<BinkButtonMessages, keyof BinkLanguage> = {
  signin_with: "Sign in with Bink",
  signup_with: "Sign up with Bink",
  continue_with: "Continue with Bink",
  signin: "Sign in",
  pending: "Opening Bink",
  error: "Sign-in failed. Try again.",
}

/** English texts of `VerificationBadge`. */
export const badgeEnglish = {
  trustedLabel: "Trusted",
  trusted: "Trusted by Bink",
  verified: "Passkey-verified by Bink",
  verifiedLabel: "Verified",
}

/** English texts that `VerificationBadgeButton` adds. */
export const explanationEnglish = {
  verifiedExplanation: "Bink verified this user with a passkey.",
  trustedExplanation: "Bink trusts this user.",
}

/** English texts of `signInErrorMessage`. */
export const errorEnglish: BinkErrorMessages = {
  error: "Sign-in failed. Try again.",
  declined: "Sign-in was declined.",
  notLinked: "Sign in the way you did before.",
  notAllowed: "This account is not allowed to sign in.",
}
