import type { BinkMessages } from "../react/messages.js"

/** Portuguese of Portugal. */
export const pt: BinkMessages = {
  lang: "pt",
  dir: "ltr",
  signin_with: "Iniciar sessão com o Bink",
  signup_with: "Inscrever-se com o Bink",
  continue_with: "Continuar com o Bink",
  signin: "Iniciar sessão",
  pending: "A abrir o Bink",
  error: "Não foi possível iniciar sessão. Tente novamente.",
  declined: "O início de sessão foi recusado.",
  notLinked: "Inicie sessão com a conta usada antes.",
  notAllowed: "Esta conta não pode iniciar sessão.",
  verified: "Conta verificada pelo Bink com chave de acesso",
  trusted: "Conta de confiança segundo o Bink",
  verifiedLabel: "Conta verificada",
  trustedLabel: "De confiança",
  verifiedExplanation: "O Bink verificou esta pessoa com uma chave de acesso.",
  trustedExplanation: "O Bink considera esta pessoa de confiança.",
}
