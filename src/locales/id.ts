import type { BinkMessages } from "../react/messages.js"

/** Indonesian. */
export const id: BinkMessages = {
  signin_with: "Masuk dengan Bink",
  signup_with: "Daftar dengan Bink",
  continue_with: "Lanjutkan dengan Bink",
  signin: "Masuk",
  pending: "Membuka Bink",
  error: "Gagal masuk. Coba lagi.",
  verified: "Terverifikasi oleh Bink dengan kunci sandi",
  trusted: "Tepercaya menurut Bink",
  verifiedLabel: "Terverifikasi",
  trustedLabel: "Tepercaya",
  verifiedExplanation: "Bink telah memverifikasi orang ini dengan kunci sandi.",
  trustedExplanation: "Bink telah menandai orang ini sebagai tepercaya.",
}
