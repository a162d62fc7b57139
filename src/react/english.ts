import type { BinkBadgeMessages, BinkButtonMessages } from "./messages.js"

// Two objects, so that an app with badges alone does not carry the button's words.

export const buttonEnglish: BinkButtonMessages = {
  signin_with: "Sign in with Bink",
  signup_with: "Sign up with Bink",
  continue_with: "Continue with Bink",
  signin: "Sign in",
  pending: "Opening Bink…",
  error: "Sign-in could not start. Please try again.",
}

export const badgeEnglish: BinkBadgeMessages = {
  verified: "Passkey-verified by Bink",
  trusted: "Trusted by Bink",
  verifiedLabel: "Verified",
  trustedLabel: "Trusted",
  verifiedExplanation: "Bink has verified this person with a passkey.",
  trustedExplanation: "Bink has marked this person as trusted.",
}
