import type { BinkMessages } from "../react/messages.js"

/** Spanish. */
export const es: BinkMessages = {
  lang: "es",
  dir: "ltr",
  signin_with: "Iniciar sesión con Bink",
  signup_with: "Registrarse con Bink",
  continue_with: "Continuar con Bink",
  signin: "Iniciar sesión",
  pending: "Abriendo Bink",
  error: "No se ha podido iniciar sesión. Inténtalo de nuevo.",
  declined: "El inicio de sesión se ha rechazado.",
  notLinked: "Inicia sesión con la cuenta que usaste antes.",
  notAllowed: "Esta cuenta no puede iniciar sesión.",
  verified: "Cuenta verificada por Bink con llave de acceso",
  trusted: "Cuenta de confianza según Bink",
  verifiedLabel: "Cuenta verificada",
  trustedLabel: "De confianza",
  verifiedExplanation: "Bink ha verificado a esta persona con una llave de acceso.",
  trustedExplanation: "Bink considera de confianza a esta persona.",
}
