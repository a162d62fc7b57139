import Bink, { withBink } from "authjs-bink"
import NextAuth, { type DefaultSession, type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Discord from "next-auth/providers/discord"

declare module "next-auth" {
  interface Session extends DefaultSession {
    user: {
      id: string
    } & DefaultSession["user"]
  }
}
declare const adapter: Adapter
const authConfig = {
  providers: [Discord, Bink],
  adapter,
  callbacks: {
    session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
  },
} satisfies NextAuthConfig
export const { auth } = NextAuth(withBink(authConfig))
export const current = async () => {
  const session = await auth()
  const id: string | undefined = session?.user.id
  return [id, session?.user.bink?.username]
}
