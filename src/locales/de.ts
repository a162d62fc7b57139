import type { BinkMessages } from "../react/messages.js"

/** German. */
export const de: BinkMessages = {
  lang: "de",
  dir: "ltr",
  signin_with: "Mit Bink anmelden",
  signup_with: "Mit Bink registrieren",
  continue_with: "Weiter mit Bink",
  signin: "Anmelden",
  pending: "Bink wird geöffnet",
  error: "Anmeldung fehlgeschlagen. Bitte erneut versuchen.",
  declined: "Anmeldung abgelehnt.",
  notLinked: "Bitte mit dem bisherigen Konto anmelden.",
  notAllowed: "Dieses Konto darf sich nicht anmelden.",
  verified: "Von Bink per Passkey verifiziert",
  trusted: "Von Bink als vertrauenswürdig eingestuft",
  verifiedLabel: "Verifiziert",
  trustedLabel: "Vertrauenswürdig",
  verifiedExplanation: "Bink hat diese Person mit einem Passkey verifiziert.",
  trustedExplanation: "Bink hat diese Person als vertrauenswürdig eingestuft.",
}
