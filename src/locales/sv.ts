import type { BinkMessages } from "../react/messages.js"

/** Swedish. */
export const sv: BinkMessages = {
  signin_with: "Logga in med Bink",
  signup_with: "Registrera dig med Bink",
  continue_with: "Fortsätt med Bink",
  signin: "Logga in",
  pending: "Öppnar Bink",
  error: "Inloggningen misslyckades. Försök igen.",
  verified: "Verifierad av Bink med passkey",
  trusted: "Betrodd av Bink",
  verifiedLabel: "Verifierad",
  trustedLabel: "Betrodd",
  verifiedExplanation: "Bink har verifierat personen med en passkey.",
  trustedExplanation: "Bink har markerat personen som betrodd.",
}
