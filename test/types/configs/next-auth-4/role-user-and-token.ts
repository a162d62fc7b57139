import Bink, { withBink } from "authjs-bink"
import NextAuth, { getServerSession, type NextAuthOptions, type User } from "next-auth"
import type { JWT } from "next-auth/jwt"

declare module "next-auth" {
  interface User {
    role: "admin" | "user"
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role: "admin" | "user"
  }
}
export const authOptions: NextAuthOptions = withBink({
  providers: [Bink, Bink({ profile: ({ id, username }) => ({ id, name: username, role: "user" }) })],
  callbacks: {
    jwt({ token, user }) {
      if (user) token.role = user.role
      return token
    },
    session({ session, token }) {
      return { ...session, role: token.role }
    },
  },
})
export default NextAuth({ providers: [Bink()] })
declare const user: User
declare const token: JWT
export const roles: ("admin" | "user")[] = [user.role, token.role]
export const levels: (0 | 1 | 2 | undefined)[] = [user.bink?.verificationLevel, token.bink?.verificationLevel]
export const current = async () => (await getServerSession(authOptions))?.user?.bink?.plan
// @ts-expect-error role is required
export const other: User = { id: "1" }
