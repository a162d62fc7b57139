import type { BinkMessages } from "../react/messages.js"

/** Persian. */
export const fa: BinkMessages = {
  signin_with: "ورود با Bink",
  signup_with: "ثبت‌نام با Bink",
  continue_with: "ادامه با Bink",
  signin: "ورود",
  pending: "در حال باز کردن Bink",
  error: "ورود ناموفق بود. دوباره امتحان کنید.",
  verified: "حساب تأییدشدهٔ Bink با گذرکلید",
  trusted: "حساب مورد اعتماد Bink",
  verifiedLabel: "تأییدشده",
  trustedLabel: "مورد اعتماد",
  verifiedExplanation: "این شخص با گذرکلید توسط Bink تأیید شده است.",
  trustedExplanation: "این شخص از نظر Bink قابل‌اعتماد است.",
}
