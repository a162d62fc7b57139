import type { BinkMessages } from "../react/messages.js"

/** Polish. */
export const pl: BinkMessages = {
  lang: "pl",
  dir: "ltr",
  signin_with: "Zaloguj się przez Bink",
  signup_with: "Zarejestruj się przez Bink",
  continue_with: "Kontynuuj przez Bink",
  signin: "Zaloguj się",
  pending: "Otwieranie Bink",
  error: "Nie udało się zalogować. Spróbuj ponownie.",
  declined: "Logowanie zostało odrzucone.",
  notLinked: "Zaloguj się na konto używane wcześniej.",
  notAllowed: "To konto nie może się zalogować.",
  verified: "Konto zweryfikowane przez Bink kluczem dostępu",
  trusted: "Konto zaufane według Bink",
  verifiedLabel: "Konto zweryfikowane",
  trustedLabel: "Konto zaufane",
  verifiedExplanation: "Bink zweryfikował tę osobę kluczem dostępu.",
  trustedExplanation: "Bink uznaje tę osobę za zaufaną.",
}
