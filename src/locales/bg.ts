import type { BinkMessages } from "../react/messages.js"

/** Bulgarian. */
export const bg: BinkMessages = {
  signin_with: "Вход с Bink",
  signup_with: "Регистрация с Bink",
  continue_with: "Продължаване с Bink",
  signin: "Вход",
  pending: "Отваряне на Bink",
  error: "Входът не бе успешен. Опитайте отново.",
  verified: "Потвърдено от Bink с ключ за достъп",
  trusted: "Доверен профил според Bink",
  verifiedLabel: "Потвърдено",
  trustedLabel: "Доверен профил",
  verifiedExplanation: "Bink потвърди този човек с ключ за достъп.",
  trustedExplanation: "Bink отбеляза този човек като доверен.",
}
