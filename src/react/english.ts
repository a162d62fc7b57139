import type { BinkBadgeMessages, BinkButtonMessages } from "./messages.js"

// Two objects, so that an app carries the words of what it uses.

export const buttonEnglish: BinkButtonMessages = {
  signin_with: "Sign in with Bink",
  signup_with: "Sign up with Bink",
  continue_with: "Continue with Bink",
  signin: "Sign in",
  pending: "Opening Bink",
  error: "Sign-in failed. Try again.",
}

export const badgeEnglish: BinkBadgeMessages = {
  verified: "Passkey-verified by Bink",
  trusted: "Trusted by Bink",
  verifiedLabel: "Verified",
  trustedLabel: "Trusted",
  verifiedExplanation: "Bink verified this person with a passkey.",
  trustedExplanation: "Bink trusts this person.",
}
