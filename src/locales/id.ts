import type { BinkMessages } from "../react/messages.js"

/** Indonesian. */
export const id: BinkMessages = {
  lang: "id",
  dir: "ltr",
  signin_with: "Masuk dengan Bink",
  signup_with: "Daftar dengan Bink",
  continue_with: "Lanjutkan dengan Bink",
  signin: "Masuk",
  pending: "Membuka Bink",
  error: "Gagal masuk. Coba lagi.",
  declined: "Proses masuk ditolak.",
  notLinked: "Masuk dengan akun yang digunakan sebelumnya.",
  notAllowed: "Akun ini tidak diizinkan masuk.",
  verified: "Terverifikasi oleh Bink dengan kunci sandi",
  trusted: "Tepercaya menurut Bink",
  verifiedLabel: "Terverifikasi",
  trustedLabel: "Tepercaya",
  verifiedExplanation: "Bink telah memverifikasi orang ini dengan kunci sandi.",
  trustedExplanation: "Bink telah menandai orang ini sebagai tepercaya.",
}
