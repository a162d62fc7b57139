import type { BinkMessages } from "../react/messages.js"

/** Hungarian. */
export const hu: BinkMessages = {
  lang: "hu",
  dir: "ltr",
  signin_with: "Bejelentkezés Bink-fiókkal",
  signup_with: "Regisztráció Bink-fiókkal",
  continue_with: "Folytatás Bink-fiókkal",
  signin: "Bejelentkezés",
  pending: "A Bink megnyitása",
  error: "A bejelentkezés nem sikerült. Próbálja újra.",
  declined: "A bejelentkezést elutasították.",
  notLinked: "Jelentkezzen be a korábban használt fiókkal.",
  notAllowed: "Ez a fiók nem jelentkezhet be.",
  verified: "A Bink által azonosítókulccsal ellenőrzött fiók",
  trusted: "A Bink szerint megbízható fiók",
  verifiedLabel: "Ellenőrzött fiók",
  trustedLabel: "Megbízható fiók",
  verifiedExplanation: "A Bink azonosítókulccsal ellenőrizte ezt a személyt.",
  trustedExplanation: "A Bink megbízhatónak jelölte ezt a személyt.",
}
