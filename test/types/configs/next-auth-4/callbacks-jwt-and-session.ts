import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

export const authOptions: NextAuthOptions = withBink({
  providers: [Bink()],
  callbacks: {
    async jwt({ token, user, account, trigger, session }) {
      if (user) token.id = user.id
      if (account) token.provider = account.provider
      if (trigger === "update") token.name = session.name
      return token
    },
    async session({ session, token }) {
      const identity: BinkIdentity | undefined = token.bink
      if (session.user) session.user.name = token.name ?? identity?.username ?? null
      return { ...session, id: token.id, provider: token.provider }
    },
  },
})
