import type { BinkMessages } from "../react/messages.js"

/** Swedish. */
export const sv: BinkMessages = {
  lang: "sv",
  dir: "ltr",
  signin_with: "Logga in med Bink",
  signup_with: "Registrera dig med Bink",
  continue_with: "Fortsätt med Bink",
  signin: "Logga in",
  pending: "Öppnar Bink",
  error: "Inloggningen misslyckades. Försök igen.",
  declined: "Inloggningen nekades.",
  notLinked: "Logga in med kontot du använde tidigare.",
  notAllowed: "Det här kontot får inte logga in.",
  verified: "Verifierad av Bink med passkey",
  trusted: "Betrodd av Bink",
  verifiedLabel: "Verifierad",
  trustedLabel: "Betrodd",
  verifiedExplanation: "Bink har verifierat personen med en passkey.",
  trustedExplanation: "Bink har markerat personen som betrodd.",
}
