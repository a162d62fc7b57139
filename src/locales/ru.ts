import type { BinkMessages } from "../react/messages.js"

/** Russian. */
export const ru: BinkMessages = {
  lang: "ru",
  dir: "ltr",
  signin_with: "Войти через Bink",
  signup_with: "Зарегистрироваться через Bink",
  continue_with: "Продолжить через Bink",
  signin: "Войти",
  pending: "Вход через Bink",
  error: "Не удалось войти. Повторите попытку.",
  declined: "Вход отклонён.",
  notLinked: "Войдите через прежний аккаунт.",
  notAllowed: "Аккаунт отклонён.",
  verified: "Проверено Bink по ключу доступа",
  trusted: "Доверенный аккаунт по данным Bink",
  verifiedLabel: "Проверено",
  trustedLabel: "Доверенный аккаунт",
  verifiedExplanation: "Этот аккаунт проверен Bink по ключу доступа.",
  trustedExplanation: "Bink доверяет этому аккаунту.",
}
