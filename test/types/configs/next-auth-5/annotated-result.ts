import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"

export const config: NextAuthConfig = withBink({
  providers: [Bink],
  pages: { signIn: "/sign-in" },
  callbacks: {
    jwt({ token }) {
      return token
    },
  },
})
export const { handlers } = NextAuth(config)
