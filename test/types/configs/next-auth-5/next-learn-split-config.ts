// The files of Next.js Learn: auth.config.ts, auth.ts and proxy.ts.

import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import Credentials from "next-auth/providers/credentials"

export const authConfig = {
  pages: { signIn: "/login" },
  callbacks: {
    authorized({ auth, request: { nextUrl } }) {
      const isLoggedIn = !!auth?.user
      const isOnDashboard = nextUrl.pathname.startsWith("/dashboard")
      if (isOnDashboard) return isLoggedIn
      if (isLoggedIn) return Response.redirect(new URL("/dashboard", nextUrl))
      return true
    },
  },
  providers: [],
} satisfies NextAuthConfig

export const { auth, signIn, signOut } = NextAuth(
  withBink({
    ...authConfig,
    providers: [
      Bink,
      Credentials({
        async authorize(credentials) {
          return typeof credentials.email === "string" ? { id: "1", email: credentials.email } : null
        },
      }),
    ],
  }),
)
export const proxy = NextAuth(authConfig).auth
export const proxyWithBink = NextAuth(withBink(authConfig)).auth
