import type { BinkMessages } from "../react/messages.js"

/** Thai. */
export const th: BinkMessages = {
  lang: "th",
  dir: "ltr",
  signin_with: "ลงชื่อเข้าใช้ด้วย Bink",
  signup_with: "ลงชื่อสมัครใช้ด้วย Bink",
  continue_with: "ทำต่อด้วย Bink",
  signin: "ลงชื่อเข้าใช้",
  pending: "กำลังลงชื่อเข้าใช้ด้วย Bink",
  error: "ลงชื่อเข้าใช้ไม่สำเร็จ โปรดลองอีกครั้ง",
  declined: "การลงชื่อเข้าใช้ถูกปฏิเสธ",
  notLinked: "ลงชื่อเข้าใช้ด้วยบัญชีเดิม",
  notAllowed: "บัญชีถูกปฏิเสธ",
  verified: "ยืนยันแล้วโดย Bink ด้วยพาสคีย์",
  trusted: "เชื่อถือได้ตามที่ Bink ระบุ",
  verifiedLabel: "ยืนยันแล้ว",
  trustedLabel: "เชื่อถือได้",
  verifiedExplanation: "Bink ยืนยันบัญชีนี้ด้วยพาสคีย์แล้ว",
  trustedExplanation: "บัญชีนี้เชื่อถือได้ตามที่ Bink ระบุ",
}
