import type { BinkMessages } from "../react/messages.js"

/** Ukrainian. */
export const uk: BinkMessages = {
  signin_with: "Увійти через Bink",
  signup_with: "Зареєструватися через Bink",
  continue_with: "Продовжити через Bink",
  signin: "Увійти",
  pending: "Відкривається Bink",
  error: "Не вдалося ввійти. Спробуйте ще раз.",
  verified: "Перевірено Bink за ключем доступу",
  trusted: "Довірений акаунт за даними Bink",
  verifiedLabel: "Перевірено",
  trustedLabel: "Довірений акаунт",
  verifiedExplanation: "Bink перевірив цю людину за ключем доступу.",
  trustedExplanation: "Bink довіряє цій людині.",
}
