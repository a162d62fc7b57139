import type { BinkMessages } from "../react/messages.js"

/** Danish. */
export const da: BinkMessages = {
  lang: "da",
  dir: "ltr",
  signin_with: "Log ind med Bink",
  signup_with: "Tilmeld dig med Bink",
  continue_with: "Fortsæt med Bink",
  signin: "Log ind",
  pending: "Åbner Bink",
  error: "Login mislykkedes. Prøv igen.",
  declined: "Login blev afvist.",
  notLinked: "Log ind med den konto, du brugte før.",
  notAllowed: "Denne konto må ikke logge ind.",
  verified: "Bekræftet af Bink med en adgangsnøgle",
  trusted: "Betroet af Bink",
  verifiedLabel: "Bekræftet",
  trustedLabel: "Betroet",
  verifiedExplanation: "Bink har bekræftet denne person med en adgangsnøgle.",
  trustedExplanation: "Bink har markeret denne person som betroet.",
}
