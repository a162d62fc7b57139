import type { BinkMessages } from "../react/messages.js"

/** Arabic. */
export const ar: BinkMessages = {
  lang: "ar",
  dir: "rtl",
  signin_with: "تسجيل الدخول باستخدام Bink",
  signup_with: "إنشاء حساب باستخدام Bink",
  continue_with: "المتابعة باستخدام Bink",
  signin: "تسجيل الدخول",
  pending: "جارٍ فتح Bink",
  error: "تعذّر تسجيل الدخول. يُرجى إعادة المحاولة.",
  declined: "رُفض تسجيل الدخول.",
  notLinked: "يُرجى تسجيل الدخول بالحساب السابق.",
  notAllowed: "رُفض الحساب.",
  verified: "حساب موثَّق من Bink بمفتاح مرور",
  trusted: "حساب موثوق به لدى Bink",
  verifiedLabel: "حساب موثَّق",
  trustedLabel: "حساب موثوق به",
  verifiedExplanation: "تحقّقت Bink من هذا الحساب بمفتاح مرور.",
  trustedExplanation: "تعتبر Bink هذا الحساب موثوقًا به.",
}
