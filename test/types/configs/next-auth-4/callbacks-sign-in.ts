import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export default NextAuth(
  withBink({
    providers: [Bink()],
    callbacks: {
      async signIn({ user, account, profile, email, credentials }) {
        if (email?.verificationRequest || credentials) return false
        return account?.provider === "bink" && !!profile && !!user.email?.endsWith("@example.com")
      },
    },
  }),
)
