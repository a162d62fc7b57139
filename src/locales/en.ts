import { badgeEnglish, buttonEnglish } from "../react/english.js"
import type { BinkMessages } from "../react/messages.js"

/** English: what the components say when they are given no `messages`. */
export const en: BinkMessages = { ...buttonEnglish, ...badgeEnglish }
