import type { BinkMessages } from "../react/messages.js"

/** Chinese in simplified characters. */
export const zhCN: BinkMessages = {
  lang: "zh-CN",
  dir: "ltr",
  signin_with: "使用 Bink 登录",
  signup_with: "使用 Bink 注册",
  continue_with: "使用 Bink 继续",
  signin: "登录",
  pending: "正在打开 Bink",
  error: "登录失败，请重试。",
  declined: "登录被拒绝。",
  notLinked: "请使用以前的账号登录。",
  notAllowed: "此账号无法登录。",
  verified: "Bink 已验证（通行密钥）",
  trusted: "Bink 认定为受信任",
  verifiedLabel: "已验证",
  trustedLabel: "受信任",
  verifiedExplanation: "Bink 已通过通行密钥验证此人。",
  trustedExplanation: "Bink 已将此人标记为受信任。",
}
