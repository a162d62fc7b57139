import type { BinkMessages } from "../react/messages.js"

/** Hindi. */
export const hi: BinkMessages = {
  lang: "hi",
  dir: "ltr",
  signin_with: "Bink से साइन इन करें",
  signup_with: "Bink से साइन अप करें",
  continue_with: "Bink के साथ जारी रखें",
  signin: "साइन इन करें",
  pending: "Bink खुल रहा है",
  error: "साइन इन नहीं हो सका। फिर से कोशिश करें।",
  declined: "साइन इन अस्वीकृत हुआ।",
  notLinked: "पुराने खाते से साइन इन करें।",
  notAllowed: "खाता अस्वीकृत हुआ।",
  verified: "Bink द्वारा पासकी से सत्यापित",
  trusted: "Bink के अनुसार भरोसेमंद",
  verifiedLabel: "सत्यापित",
  trustedLabel: "भरोसेमंद",
  verifiedExplanation: "Bink ने पासकी से इस खाते को सत्यापित किया है।",
  trustedExplanation: "Bink ने इस खाते को भरोसेमंद बताया है।",
}
