import type { BinkMessages } from "../react/messages.js"

/** Dutch. */
export const nl: BinkMessages = {
  lang: "nl",
  dir: "ltr",
  signin_with: "Inloggen met Bink",
  signup_with: "Registreren met Bink",
  continue_with: "Doorgaan met Bink",
  signin: "Inloggen",
  pending: "Bink wordt geopend",
  error: "Inloggen is mislukt. Probeer het opnieuw.",
  declined: "Inloggen is geweigerd.",
  notLinked: "Log in met het account dat je eerder gebruikte.",
  notAllowed: "Dit account mag niet inloggen.",
  verified: "Door Bink geverifieerd met een passkey",
  trusted: "Volgens Bink betrouwbaar",
  verifiedLabel: "Geverifieerd",
  trustedLabel: "Betrouwbaar",
  verifiedExplanation: "Bink heeft deze persoon met een passkey geverifieerd.",
  trustedExplanation: "Bink heeft deze persoon als betrouwbaar aangemerkt.",
}
