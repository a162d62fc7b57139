import type { BinkMessages } from "../react/messages.js"

/** Slovak. */
export const sk: BinkMessages = {
  lang: "sk",
  dir: "ltr",
  signin_with: "Prihlásiť sa cez Bink",
  signup_with: "Zaregistrovať sa cez Bink",
  continue_with: "Pokračovať cez Bink",
  signin: "Prihlásiť sa",
  pending: "Otvára sa Bink",
  error: "Prihlásenie sa nepodarilo. Skúste to znova.",
  declined: "Prihlásenie bolo odmietnuté.",
  notLinked: "Prihláste sa ako predtým.",
  notAllowed: "Účet bol odmietnutý.",
  verified: "Overené službou Bink pomocou prístupového kľúča",
  trusted: "Dôveryhodný účet podľa služby Bink",
  verifiedLabel: "Overené",
  trustedLabel: "Dôveryhodný účet",
  verifiedExplanation: "Bink túto osobu overil pomocou prístupového kľúča.",
  trustedExplanation: "Bink túto osobu označil za dôveryhodnú.",
}
