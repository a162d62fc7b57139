import type { BinkMessages } from "../react/messages.js"

/** Italian. */
export const it: BinkMessages = {
  lang: "it",
  dir: "ltr",
  signin_with: "Accedi con Bink",
  signup_with: "Registrati con Bink",
  continue_with: "Continua con Bink",
  signin: "Accedi",
  pending: "Apertura di Bink",
  error: "Accesso non riuscito. Riprova.",
  declined: "Accesso rifiutato.",
  notLinked: "Accedi con l’account usato in precedenza.",
  notAllowed: "Questo account non può accedere.",
  verified: "Account verificato da Bink con passkey",
  trusted: "Account attendibile secondo Bink",
  verifiedLabel: "Account verificato",
  trustedLabel: "Attendibile",
  verifiedExplanation: "Bink ha verificato questa persona con una passkey.",
  trustedExplanation: "Bink considera attendibile questa persona.",
}
