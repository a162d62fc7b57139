import Bink, { withBink } from "authjs-bink"
import NextAuth, { type User } from "next-auth"

declare module "next-auth" {
  interface Session {
    user?: User
    error?: "RefreshTokenError"
  }
  interface User {
    tenant?: string | null
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    access_token: string
    expires_at: number
    refresh_token?: string
    error?: "RefreshTokenError"
  }
}
export const { auth } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      async jwt({ token, account }) {
        if (account) {
          return { ...token, access_token: account.access_token ?? "", expires_at: account.expires_at ?? 0 }
        }
        return Date.now() < token.expires_at * 1000
          ? token
          : { ...token, error: "RefreshTokenError" as const }
      },
      session({ session, token }) {
        session.error = token.error
        return session
      },
    },
  }),
)
export const current = async () => {
  const session = await auth()
  return [session?.user?.tenant, session?.error, session?.user?.bink?.username]
}
