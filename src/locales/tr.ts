import type { BinkMessages } from "../react/messages.js"

/** Turkish. */
export const tr: BinkMessages = {
  lang: "tr",
  dir: "ltr",
  signin_with: "Bink ile giriş yap",
  signup_with: "Bink ile kaydol",
  continue_with: "Bink ile devam et",
  signin: "Giriş yap",
  pending: "Bink açılıyor",
  error: "Giriş yapılamadı. Tekrar dene.",
  declined: "Giriş reddedildi.",
  notLinked: "Daha önce kullandığın hesapla giriş yap.",
  notAllowed: "Bu hesap giriş yapamaz.",
  verified: "Bink tarafından geçiş anahtarıyla doğrulandı",
  trusted: "Bink tarafından güvenilir bulundu",
  verifiedLabel: "Doğrulandı",
  trustedLabel: "Güvenilir",
  verifiedExplanation: "Bink bu kişiyi bir geçiş anahtarıyla doğruladı.",
  trustedExplanation: "Bink bu kişiyi güvenilir olarak işaretledi.",
}
