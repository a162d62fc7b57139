import { type BinkMessages, badgeEnglish, buttonEnglish } from "../react/messages.js"

/** English, the default of every component. */
export const en: BinkMessages = { ...buttonEnglish, ...badgeEnglish }
