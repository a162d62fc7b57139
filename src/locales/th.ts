import type { BinkMessages } from "../react/messages.js"

/** Thai. */
export const th: BinkMessages = {
  signin_with: "ลงชื่อเข้าใช้ด้วย Bink",
  signup_with: "ลงชื่อสมัครใช้ด้วย Bink",
  continue_with: "ดำเนินการต่อด้วย Bink",
  signin: "ลงชื่อเข้าใช้",
  pending: "กำลังเปิด Bink",
  error: "ลงชื่อเข้าใช้ไม่สำเร็จ โปรดลองอีกครั้ง",
  verified: "ยืนยันแล้วโดย Bink ด้วยพาสคีย์",
  trusted: "เชื่อถือได้ตามที่ Bink ระบุ",
  verifiedLabel: "ยืนยันแล้ว",
  trustedLabel: "เชื่อถือได้",
  verifiedExplanation: "Bink ยืนยันบุคคลนี้ด้วยพาสคีย์แล้ว",
  trustedExplanation: "Bink ระบุว่าบุคคลนี้เชื่อถือได้",
}
