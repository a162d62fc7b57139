import Bink, { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

export const authOptions = withBink({
  providers: [Bink],
  session: { strategy: "jwt" },
  callbacks: {
    session({ session, token }) {
      if (session.user) session.user.name = token.name ?? null
      return session
    },
  },
}) satisfies NextAuthOptions
