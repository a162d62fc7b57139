import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import Google from "next-auth/providers/google"

const isProduction = process.env.NODE_ENV === "production"
export const { handlers } = NextAuth(
  withBink({
    providers: [
      Bink,
      ...(process.env.AUTH_GOOGLE_ID ? [Google] : []),
      ...(isProduction ? [] : [Bink({ id: "bink-emulator", baseUrl: "http://127.0.0.1:2465" })]),
    ],
  }),
)
