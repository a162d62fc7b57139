import type { BinkMessages } from "../react/messages.js"

/** Japanese. */
export const ja: BinkMessages = {
  lang: "ja",
  dir: "ltr",
  signin_with: "Bink でログイン",
  signup_with: "Bink で登録",
  continue_with: "Bink で続ける",
  signin: "ログイン",
  pending: "Bink を開いています",
  error: "ログインできませんでした。もう一度お試しください。",
  declined: "ログインが拒否されました。",
  notLinked: "以前の方法でログインしてください。",
  notAllowed: "アカウントが拒否されました。",
  verified: "Bink によるパスキー認証済み",
  trusted: "Bink の信頼済みアカウント",
  verifiedLabel: "認証済み",
  trustedLabel: "信頼済み",
  verifiedExplanation: "Bink はこの人をパスキーで認証しました。",
  trustedExplanation: "Bink はこの人を信頼できると認めています。",
}
