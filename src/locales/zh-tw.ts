import type { BinkMessages } from "../react/messages.js"

/** Chinese in traditional characters. */
export const zhTW: BinkMessages = {
  lang: "zh-TW",
  dir: "ltr",
  signin_with: "使用 Bink 登入",
  signup_with: "使用 Bink 註冊",
  continue_with: "使用 Bink 繼續",
  signin: "登入",
  pending: "正在開啟 Bink",
  error: "登入失敗，請再試一次。",
  declined: "登入被拒絕。",
  notLinked: "請使用之前的帳號登入。",
  notAllowed: "此帳號無法登入。",
  verified: "Bink 已驗證（密碼金鑰）",
  trusted: "Bink 認定為受信任",
  verifiedLabel: "已驗證",
  trustedLabel: "受信任",
  verifiedExplanation: "Bink 已透過密碼金鑰驗證此人。",
  trustedExplanation: "Bink 已將此人標示為受信任。",
}
