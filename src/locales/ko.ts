import type { BinkMessages } from "../react/messages.js"

/** Korean. */
export const ko: BinkMessages = {
  lang: "ko",
  dir: "ltr",
  signin_with: "Bink로 로그인",
  signup_with: "Bink로 가입",
  continue_with: "Bink로 계속하기",
  signin: "로그인",
  pending: "Bink를 여는 중",
  error: "로그인하지 못했습니다. 다시 시도해 주세요.",
  declined: "로그인이 거부되었습니다.",
  notLinked: "이전 방식으로 로그인해 주세요.",
  notAllowed: "계정이 거부되었습니다.",
  verified: "Bink에서 패스키로 인증됨",
  trusted: "Bink에서 신뢰할 수 있음으로 표시됨",
  verifiedLabel: "인증됨",
  trustedLabel: "신뢰할 수 있음",
  verifiedExplanation: "Bink가 패스키로 인증한 사람입니다.",
  trustedExplanation: "Bink가 신뢰할 수 있다고 표시한 사람입니다.",
}
