import type { JWT as CoreJWT } from "@auth/core/jwt"
import type { User as CoreUser } from "@auth/core/types"
import Bink, { withBink } from "authjs-bink"
import NextAuth, { type Session, type User } from "next-auth"
import type { JWT } from "next-auth/jwt"

declare module "@auth/core/types" {
  interface User {
    role: "admin" | "user"
  }
}
declare module "@auth/core/jwt" {
  interface JWT {
    role: "admin" | "user"
  }
}
export const { auth } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      jwt({ token, user }) {
        if (user) token.role = user.role
        return token
      },
      session({ session, token }) {
        session.user.role = token.role
        return session
      },
    },
  }),
)
declare const user: User
declare const coreUser: CoreUser
declare const token: JWT
declare const coreToken: CoreJWT
declare const session: Session
export const roles: ("admin" | "user" | undefined)[] = [
  user.role,
  coreUser.role,
  token.role,
  coreToken.role,
  session.user?.role,
]
export const levels: (0 | 1 | 2 | undefined)[] = [
  user.bink?.verificationLevel,
  coreUser.bink?.verificationLevel,
  token.bink?.verificationLevel,
  coreToken.bink?.verificationLevel,
  session.user?.bink?.verificationLevel,
]
export const current = async () => {
  const session = await auth()
  return [session?.user?.role, session?.user?.bink?.plan] satisfies (string | undefined)[]
}
