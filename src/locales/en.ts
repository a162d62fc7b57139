import {
  type BinkMessages,
  badgeEnglish,
  buttonEnglish,
  errorEnglish,
  explanationEnglish,
} from "../react/messages.js"

/** English, the default of every component. */
export const en: BinkMessages = {
  lang: "en",
  dir: "ltr",
  ...buttonEnglish,
  ...errorEnglish,
  ...badgeEnglish,
  ...explanationEnglish,
}
