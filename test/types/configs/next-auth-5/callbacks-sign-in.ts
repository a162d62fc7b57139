import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider === "bink" && profile?.verificationLevel === 0) return "/get-verified"
        return user.email?.endsWith("@example.com") ?? false
      },
    },
  }),
)
