import Bink, { withBink } from "authjs-bink"
import NextAuth, { type CallbacksOptions, type NextAuthOptions, type Session } from "next-auth"
import type { JWT } from "next-auth/jwt"

const callbacks: NextAuthOptions["callbacks"] = { jwt: ({ token }) => token }
const partial: Partial<CallbacksOptions> = callbacks
const session = async ({ session, token }: { session: Session; token: JWT }) => ({
  ...session,
  sub: token.sub,
})
export default NextAuth(withBink({ providers: [Bink()], callbacks }))
export const other = NextAuth(withBink({ providers: [Bink()], callbacks: { ...partial, session } }))
