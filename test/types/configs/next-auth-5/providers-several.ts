import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import Apple from "next-auth/providers/apple"
import Credentials from "next-auth/providers/credentials"
import Google from "next-auth/providers/google"
import Resend from "next-auth/providers/resend"

export const { handlers, auth, signIn, signOut, unstable_update } = NextAuth(
  withBink({
    providers: [
      Bink({ allowDangerousEmailAccountLinking: true }),
      Apple,
      Google({ authorization: { params: { prompt: "consent" } } }),
      Resend({ from: "no-reply@example.com" }),
      Credentials({
        credentials: { username: { label: "Username" }, password: { type: "password" } },
        authorize: async ({ username }) => ({ id: String(username), name: String(username) }),
      }),
    ],
  }),
)
