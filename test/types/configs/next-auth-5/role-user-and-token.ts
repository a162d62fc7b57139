import Bink, { withBink } from "authjs-bink"
import NextAuth, { type Session, type User } from "next-auth"
import type { JWT } from "next-auth/jwt"
import GitHub from "next-auth/providers/github"

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
export const { auth } = NextAuth(
  withBink({
    providers: [
      Bink,
      Bink(),
      Bink({ profile: ({ id, username }) => ({ id, name: username, role: "user" }) }),
    ],
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
export const bare = NextAuth({ providers: [Bink, Bink()] })
declare const user: User
declare const token: JWT
declare const session: Session
export const roles: ("admin" | "user" | undefined)[] = [user.role, token.role, session.user?.role]
export const levels: (0 | 1 | 2 | undefined)[] = [
  user.bink?.verificationLevel,
  token.bink?.verificationLevel,
  session.user?.bink?.verificationLevel,
]
export const current = async () => {
  const session = await auth()
  return [session?.user?.role, session?.user?.bink?.plan] satisfies (string | undefined)[]
}
// @ts-expect-error role is required
export const other: User = { id: "1" }
void GitHub
