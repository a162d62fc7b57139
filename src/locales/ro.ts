import type { BinkMessages } from "../react/messages.js"

/** Romanian. */
export const ro: BinkMessages = {
  signin_with: "Conectează-te cu Bink",
  signup_with: "Înscrie-te cu Bink",
  continue_with: "Continuă cu Bink",
  signin: "Conectează-te",
  pending: "Se deschide Bink",
  error: "Conectarea nu a reușit. Încearcă din nou.",
  verified: "Cont verificat de Bink cu o cheie de acces",
  trusted: "Cont de încredere potrivit Bink",
  verifiedLabel: "Cont verificat",
  trustedLabel: "De încredere",
  verifiedExplanation: "Bink a verificat această persoană cu o cheie de acces.",
  trustedExplanation: "Bink consideră această persoană de încredere.",
}
