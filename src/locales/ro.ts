import type { BinkMessages } from "../react/messages.js"

/** Romanian. */
export const ro: BinkMessages = {
  lang: "ro",
  dir: "ltr",
  signin_with: "Conectează-te cu Bink",
  signup_with: "Înscrie-te cu Bink",
  continue_with: "Continuă cu Bink",
  signin: "Conectează-te",
  pending: "Se deschide Bink",
  error: "Conectarea nu a reușit. Încearcă din nou.",
  declined: "Conectarea a fost refuzată.",
  notLinked: "Conectează-te cu contul folosit anterior.",
  notAllowed: "Acest cont nu se poate conecta.",
  verified: "Cont verificat de Bink cu o cheie de acces",
  trusted: "Cont de încredere potrivit Bink",
  verifiedLabel: "Cont verificat",
  trustedLabel: "De încredere",
  verifiedExplanation: "Bink a verificat această persoană cu o cheie de acces.",
  trustedExplanation: "Bink consideră această persoană de încredere.",
}
