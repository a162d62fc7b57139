import type { BinkMessages } from "../react/messages.js"

/** French. */
export const fr: BinkMessages = {
  lang: "fr",
  dir: "ltr",
  signin_with: "Se connecter avec Bink",
  signup_with: "S’inscrire avec Bink",
  continue_with: "Continuer avec Bink",
  signin: "Se connecter",
  pending: "Ouverture de Bink",
  error: "Échec de la connexion. Veuillez réessayer.",
  declined: "Connexion refusée.",
  notLinked: "Veuillez vous connecter avec le compte utilisé auparavant.",
  notAllowed: "Ce compte ne peut pas se connecter.",
  verified: "Compte vérifié par Bink avec une clé d’accès",
  trusted: "Compte de confiance selon Bink",
  verifiedLabel: "Compte vérifié",
  trustedLabel: "De confiance",
  verifiedExplanation: "Bink a vérifié cette personne avec une clé d’accès.",
  trustedExplanation: "Bink considère cette personne comme digne de confiance.",
}
