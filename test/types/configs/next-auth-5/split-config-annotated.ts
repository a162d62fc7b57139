import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

declare const adapter: Adapter
const authConfig: NextAuthConfig = { providers: [Bink], pages: { error: "/error" } }
export const { handlers, auth } = NextAuth(
  withBink(
    {
      ...authConfig,
      adapter,
      providers: [...authConfig.providers],
      callbacks: {
        ...authConfig.callbacks,
        async session({ session, user }) {
          session.user.id = user.id
          return session
        },
      },
    },
    { persist: true },
  ),
)
