import type { BinkMessages } from "../react/messages.js"

/** Croatian. */
export const hr: BinkMessages = {
  lang: "hr",
  dir: "ltr",
  signin_with: "Prijavi se putem Binka",
  signup_with: "Registriraj se putem Binka",
  continue_with: "Nastavi putem Binka",
  signin: "Prijavi se",
  pending: "Otvara se Bink",
  error: "Prijava nije uspjela. Pokušaj ponovno.",
  declined: "Prijava je odbijena.",
  notLinked: "Prijavi se prethodno korištenim računom.",
  notAllowed: "Ovaj račun nema dopuštenje za prijavu.",
  verified: "Račun potvrđen pristupnim ključem putem Binka",
  trusted: "Pouzdan račun prema Binku",
  verifiedLabel: "Račun potvrđen",
  trustedLabel: "Pouzdan račun",
  verifiedExplanation: "Bink je potvrdio ovu osobu pristupnim ključem.",
  trustedExplanation: "Bink je ovu osobu označio kao pouzdanu.",
}
