import type { BinkMessages } from "../react/messages.js"

/** Persian. */
export const fa: BinkMessages = {
  lang: "fa",
  dir: "rtl",
  signin_with: "ورود با Bink",
  signup_with: "ثبت‌نام با Bink",
  continue_with: "ادامه با Bink",
  signin: "ورود",
  pending: "در حال باز کردن Bink",
  error: "ورود ناموفق بود. دوباره امتحان کنید.",
  declined: "ورود رد شد.",
  notLinked: "مثل قبل وارد شوید.",
  notAllowed: "حساب رد شد.",
  verified: "حساب تأییدشدهٔ Bink با گذرکلید",
  trusted: "حساب مورد اعتماد Bink",
  verifiedLabel: "تأییدشده",
  trustedLabel: "مورد اعتماد",
  verifiedExplanation: "این شخص با گذرکلید توسط Bink تأیید شده است.",
  trustedExplanation: "این شخص از نظر Bink قابل‌اعتماد است.",
}
