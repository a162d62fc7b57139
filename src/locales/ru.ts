import type { BinkMessages } from "../react/messages.js"

/** Russian. */
export const ru: BinkMessages = {
  signin_with: "Войти через Bink",
  signup_with: "Зарегистрироваться через Bink",
  continue_with: "Продолжить через Bink",
  signin: "Войти",
  pending: "Открывается Bink",
  error: "Не удалось войти. Повторите попытку.",
  verified: "Проверено Bink по ключу доступа",
  trusted: "Доверенный аккаунт по данным Bink",
  verifiedLabel: "Проверено",
  trustedLabel: "Доверенный аккаунт",
  verifiedExplanation: "Bink проверил этого человека по ключу доступа.",
  trustedExplanation: "Bink доверяет этому человеку.",
}
