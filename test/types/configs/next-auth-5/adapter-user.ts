import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import NextAuth from "next-auth"
import type { Adapter, AdapterUser } from "next-auth/adapters"

declare module "@auth/core/adapters" {
  interface AdapterUser {
    role: string
  }
}
declare const adapter: Adapter
export const { auth } = NextAuth(
  withBink(
    {
      adapter,
      providers: [Bink],
      callbacks: {
        session: ({ session, user }) => ({
          ...session,
          user: { ...session.user, role: user.role, id: user.id },
        }),
      },
    },
    { persist: true },
  ),
)
export const identityOf = (user: AdapterUser): BinkIdentity | undefined => user.bink
