import type { BinkMessages } from "../react/messages.js"

/** Finnish. */
export const fi: BinkMessages = {
  lang: "fi",
  dir: "ltr",
  signin_with: "Kirjaudu sisään Bink-tilillä",
  signup_with: "Rekisteröidy Bink-tilillä",
  continue_with: "Jatka Bink-tilillä",
  signin: "Kirjaudu sisään",
  pending: "Avataan Binkiä",
  error: "Kirjautuminen epäonnistui. Yritä uudelleen.",
  declined: "Kirjautuminen hylättiin.",
  notLinked: "Kirjaudu sisään aiemmin käyttämälläsi tilillä.",
  notAllowed: "Tällä tilillä ei voi kirjautua.",
  verified: "Vahvistettu Binkissä pääsyavaimella",
  trusted: "Luotettu Binkin mukaan",
  verifiedLabel: "Vahvistettu",
  trustedLabel: "Luotettu",
  verifiedExplanation: "Bink on vahvistanut tämän henkilön pääsyavaimella.",
  trustedExplanation: "Bink on merkinnyt tämän henkilön luotetuksi.",
}
