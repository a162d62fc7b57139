import type { BinkMessages } from "../react/messages.js"

/** Hungarian. */
export const hu: BinkMessages = {
  signin_with: "Bejelentkezés Bink-fiókkal",
  signup_with: "Regisztráció Bink-fiókkal",
  continue_with: "Folytatás Bink-fiókkal",
  signin: "Bejelentkezés",
  pending: "A Bink megnyitása",
  error: "A bejelentkezés nem sikerült. Próbálja újra.",
  verified: "A Bink által azonosítókulccsal ellenőrzött fiók",
  trusted: "A Bink szerint megbízható fiók",
  verifiedLabel: "Ellenőrzött fiók",
  trustedLabel: "Megbízható fiók",
  verifiedExplanation: "A Bink azonosítókulccsal ellenőrizte ezt a személyt.",
  trustedExplanation: "A Bink megbízhatónak jelölte ezt a személyt.",
}
