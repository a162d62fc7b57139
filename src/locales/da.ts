import type { BinkMessages } from "../react/messages.js"

/** Danish. */
export const da: BinkMessages = {
  signin_with: "Log ind med Bink",
  signup_with: "Tilmeld dig med Bink",
  continue_with: "Fortsæt med Bink",
  signin: "Log ind",
  pending: "Åbner Bink",
  error: "Login mislykkedes. Prøv igen.",
  verified: "Bekræftet af Bink med en adgangsnøgle",
  trusted: "Betroet af Bink",
  verifiedLabel: "Bekræftet",
  trustedLabel: "Betroet",
  verifiedExplanation: "Bink har bekræftet denne person med en adgangsnøgle.",
  trustedExplanation: "Bink har markeret denne person som betroet.",
}
