import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import type { Adapter } from "next-auth/adapters"

declare const adapter: Adapter
export const { auth } = NextAuth(
  withBink(
    {
      adapter,
      providers: [Bink],
      callbacks: {
        session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
      },
    },
    { persist: true },
  ),
)
