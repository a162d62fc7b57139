import Bink, { withBink } from "authjs-bink"
import { getServerSession, type NextAuthOptions, type User } from "next-auth"
import type { JWT } from "next-auth/jwt"

type UserId = string
declare module "next-auth/jwt" {
  interface JWT {
    id: UserId
    username?: string | null
  }
}
declare module "next-auth" {
  interface Session {
    user: User & { id: UserId; username?: string | null }
  }
}
export const authOptions: NextAuthOptions = withBink({
  providers: [Bink()],
  callbacks: {
    async session({ token, session }) {
      if (token) {
        session.user.id = token.id
        session.user.username = token.username
      }
      return session
    },
  },
})
export const current = async () => (await getServerSession(authOptions))?.user.bink?.username
export const identityOf = (token: JWT) => token.bink?.id
