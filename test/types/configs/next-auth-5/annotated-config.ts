import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"

const config: NextAuthConfig = {
  providers: [Bink],
  session: { maxAge: 600 },
  callbacks: { authorized: ({ auth }) => !!auth },
}
export const { handlers, auth } = NextAuth(withBink(config))
