// create-t3-app: src/server/auth/config.ts and index.ts. `interface Session` is in role-user.ts.

import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import DiscordProvider from "next-auth/providers/discord"
import { cache } from "react"

declare function PrismaAdapter(client: object): Adapter
const db = {}

export const authConfig = {
  providers: [DiscordProvider, Bink],
  adapter: PrismaAdapter(db),
  callbacks: {
    session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
  },
} satisfies NextAuthConfig

const { auth: uncachedAuth, handlers, signIn, signOut } = NextAuth(withBink(authConfig))
const auth = cache(uncachedAuth)

export { auth, handlers, signIn, signOut }
