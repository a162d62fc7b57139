import type { BinkMessages } from "../react/messages.js"

/** Norwegian Bokmål. */
export const nb: BinkMessages = {
  lang: "nb",
  dir: "ltr",
  signin_with: "Logg på med Bink",
  signup_with: "Registrer deg med Bink",
  continue_with: "Fortsett med Bink",
  signin: "Logg på",
  pending: "Åpner Bink",
  error: "Påloggingen mislyktes. Prøv igjen.",
  declined: "Påloggingen ble avvist.",
  notLinked: "Logg på med kontoen du brukte før.",
  notAllowed: "Denne kontoen kan ikke logge på.",
  verified: "Bekreftet av Bink med en passnøkkel",
  trusted: "Klarert av Bink",
  verifiedLabel: "Bekreftet",
  trustedLabel: "Klarert",
  verifiedExplanation: "Bink har bekreftet denne personen med en passnøkkel.",
  trustedExplanation: "Bink har merket denne personen som klarert.",
}
