import type { BinkMessages } from "../react/messages.js"

/** Hebrew. */
export const he: BinkMessages = {
  lang: "he",
  dir: "rtl",
  signin_with: "כניסה באמצעות Bink",
  signup_with: "הרשמה באמצעות Bink",
  continue_with: "המשך באמצעות Bink",
  signin: "כניסה",
  pending: "פתיחת Bink",
  error: "הכניסה נכשלה. יש לנסות שוב.",
  declined: "הכניסה נדחתה.",
  notLinked: "יש להיכנס באמצעות החשבון הקודם.",
  notAllowed: "החשבון הזה אינו מורשה להיכנס.",
  verified: "חשבון מאומת על ידי Bink באמצעות מפתח גישה",
  trusted: "חשבון מהימן לפי Bink",
  verifiedLabel: "חשבון מאומת",
  trustedLabel: "חשבון מהימן",
  verifiedExplanation: "האדם הזה אומת על ידי Bink באמצעות מפתח גישה.",
  trustedExplanation: "האדם הזה סומן על ידי Bink כמהימן.",
}
