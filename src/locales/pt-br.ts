import type { BinkMessages } from "../react/messages.js"

/** Portuguese of Brazil. */
export const ptBR: BinkMessages = {
  lang: "pt-BR",
  dir: "ltr",
  signin_with: "Fazer login com o Bink",
  signup_with: "Inscrever-se com o Bink",
  continue_with: "Continuar com o Bink",
  signin: "Fazer login",
  pending: "Abrindo o Bink",
  error: "Não foi possível fazer login. Tente de novo.",
  declined: "O login foi recusado.",
  notLinked: "Faça login com a conta usada antes.",
  notAllowed: "Esta conta não pode fazer login.",
  verified: "Conta verificada pelo Bink com chave de acesso",
  trusted: "Conta confiável segundo o Bink",
  verifiedLabel: "Conta verificada",
  trustedLabel: "Confiável",
  verifiedExplanation: "O Bink verificou esta pessoa com uma chave de acesso.",
  trustedExplanation: "O Bink considera esta pessoa confiável.",
}
