import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig, type Session } from "next-auth"
import type { JWT } from "next-auth/jwt"

const callbacks: NextAuthConfig["callbacks"] = { jwt: ({ token }) => token }
const session = async ({ session, token }: { session: Session; token: JWT }) => ({
  ...session,
  sub: token.sub,
})
export const { handlers } = NextAuth(withBink({ providers: [Bink], callbacks }))
export const other = NextAuth(withBink({ providers: [Bink], callbacks: { ...callbacks, session } }))
