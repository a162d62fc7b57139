import type { BinkBadgeMessages, BinkButtonMessages } from "./messages.js"

// Three objects, so that an app carries the words of what it uses.

export const buttonEnglish: BinkButtonMessages = {
  signin_with: "Sign in with Bink",
  signup_with: "Sign up with Bink",
  continue_with: "Continue with Bink",
  signin: "Sign in",
  pending: "Opening Bink",
  error: "Sign-in failed. Try again.",
}

export const badgeEnglish: Omit<BinkBadgeMessages, keyof typeof explanationEnglish> = {
  verified: "Passkey-verified by Bink",
  trusted: "Trusted by Bink",
  verifiedLabel: "Verified",
  trustedLabel: "Trusted",
}

export const explanationEnglish = {
  verifiedExplanation: "Bink has verified this person with a passkey.",
  trustedExplanation: "Bink has marked this person as trusted.",
}
