import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { auth } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      async jwt({ token, user, account, trigger, session }) {
        if (user) token.userId = user.id
        if (trigger === "update") token.name = session?.name
        if (account) token.provider = account.provider
        return token
      },
      async session({ session, token }) {
        const identity: BinkIdentity | undefined = token.bink
        session.user.id = token.userId as string
        return { ...session, provider: token.provider, verified: identity !== undefined }
      },
    },
  }),
)
