// The User under one name, and the JWT under the other.

import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

declare module "next-auth" {
  interface User {
    role?: string
  }
}
declare module "@auth/core/jwt" {
  interface JWT {
    role?: string
  }
}
export const { auth } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      jwt({ token, user }) {
        const role: string | undefined = user?.role ?? token.role
        return role ? { ...token, role } : token
      },
      session({ session, token }) {
        const plan: "FREE" | "VERIFIED" | "BUSINESS" | undefined = token.bink?.plan
        return { ...session, plan, user: { ...session.user, role: token.role } }
      },
    },
  }),
)
