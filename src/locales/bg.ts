import type { BinkMessages } from "../react/messages.js"

/** Bulgarian. */
export const bg: BinkMessages = {
  lang: "bg",
  dir: "ltr",
  signin_with: "Вход с Bink",
  signup_with: "Регистрация с Bink",
  continue_with: "Продължаване с Bink",
  signin: "Вход",
  pending: "Отваряне на Bink",
  error: "Входът не бе успешен. Опитайте отново.",
  declined: "Входът бе отказан.",
  notLinked: "Влезте с предишния профил.",
  notAllowed: "Профилът бе отказан.",
  verified: "Потвърдено от Bink с ключ за достъп",
  trusted: "Доверен профил според Bink",
  verifiedLabel: "Потвърдено",
  trustedLabel: "Доверен профил",
  verifiedExplanation: "Bink потвърди този профил с ключ за достъп.",
  trustedExplanation: "Bink счита този профил за доверен.",
}
