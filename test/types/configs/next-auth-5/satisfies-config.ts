import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"

const config = {
  providers: [Bink],
  session: { strategy: "jwt" },
  callbacks: { jwt: ({ token }) => token },
} satisfies NextAuthConfig
export const { handlers, auth } = NextAuth(withBink(config))
