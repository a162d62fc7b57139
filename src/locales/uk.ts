import type { BinkMessages } from "../react/messages.js"

/** Ukrainian. */
export const uk: BinkMessages = {
  lang: "uk",
  dir: "ltr",
  signin_with: "Увійти через Bink",
  signup_with: "Зареєструватися через Bink",
  continue_with: "Продовжити через Bink",
  signin: "Увійти",
  pending: "Вхід через Bink",
  error: "Не вдалося ввійти. Спробуйте ще раз.",
  declined: "Вхід відхилено.",
  notLinked: "Увійдіть через інший акаунт.",
  notAllowed: "Акаунт відхилено.",
  verified: "Перевірено Bink за ключем доступу",
  trusted: "Довірений акаунт за даними Bink",
  verifiedLabel: "Перевірено",
  trustedLabel: "Довірений акаунт",
  verifiedExplanation: "Цей акаунт перевірено Bink за ключем доступу.",
  trustedExplanation: "Цей акаунт довірений за даними Bink.",
}
