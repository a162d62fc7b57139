import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"

const config = withBink({
  providers: [Bink],
  session: { strategy: "jwt" },
  callbacks: {
    session({ session, token }) {
      if (token.sub) session.user.id = token.sub
      return session
    },
  },
}) satisfies NextAuthConfig
export const { handlers, auth } = NextAuth(config)
