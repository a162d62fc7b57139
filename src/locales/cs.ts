import type { BinkMessages } from "../react/messages.js"

/** Czech. */
export const cs: BinkMessages = {
  lang: "cs",
  dir: "ltr",
  signin_with: "Přihlásit se přes Bink",
  signup_with: "Zaregistrovat se přes Bink",
  continue_with: "Pokračovat přes Bink",
  signin: "Přihlásit se",
  pending: "Otevírá se Bink",
  error: "Přihlášení se nezdařilo. Zkuste to znovu.",
  declined: "Přihlášení bylo odmítnuto.",
  notLinked: "Přihlaste se jako předtím.",
  notAllowed: "Účet byl odmítnut.",
  verified: "Ověřeno službou Bink pomocí přístupového klíče",
  trusted: "Důvěryhodný účet podle služby Bink",
  verifiedLabel: "Ověřeno",
  trustedLabel: "Důvěryhodný účet",
  verifiedExplanation: "Bink tuto osobu ověřil pomocí přístupového klíče.",
  trustedExplanation: "Bink tuto osobu označil za důvěryhodnou.",
}
