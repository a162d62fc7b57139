// https://github.com/AntonioErdeljac/next-auth-v5-advanced-guide
import NextAuth, { type DefaultSession, type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import "next-auth/jwt"
import Bink, { withBink } from "authjs-bink"

enum UserRole {
  ADMIN = "ADMIN",
  USER = "USER",
}
export type ExtendedUser = DefaultSession["user"] & { role: UserRole; isOAuth: boolean }
declare module "next-auth" {
  interface Session {
    user: ExtendedUser
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role?: UserRole
    isOAuth: boolean
  }
}
declare const adapter: Adapter
declare function getUserById(id: string): Promise<{ role: UserRole; name: string } | null>
const authConfig = { providers: [Bink] } satisfies NextAuthConfig
export const { handlers, auth, signIn, signOut } = NextAuth(
  withBink({
    pages: { signIn: "/auth/login", error: "/auth/error" },
    events: {
      async linkAccount({ user }) {
        await getUserById(String(user.id))
      },
    },
    callbacks: {
      async signIn({ user, account }) {
        if (account?.provider !== "credentials") return true
        return !!(await getUserById(String(user.id)))
      },
      async session({ token, session }) {
        if (token.sub && session.user) session.user.id = token.sub
        if (token.role && session.user) session.user.role = token.role
        if (session.user) session.user.isOAuth = token.isOAuth
        return session
      },
      async jwt({ token }) {
        if (!token.sub) return token
        const existing = await getUserById(token.sub)
        if (existing) token.role = existing.role
        return token
      },
    },
    adapter,
    session: { strategy: "jwt" },
    ...authConfig,
  }),
)
export const current = async () => {
  const session = await auth()
  return [session?.user.role, session?.user.bink?.verificationLevel]
}
