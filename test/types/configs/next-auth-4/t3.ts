// create-t3-app 7: src/server/auth.ts. `interface Session` is in session-of-t3.ts.

import Bink, { withBink } from "authjs-bink"
import type { GetServerSidePropsContext } from "next"
import { getServerSession, type NextAuthOptions } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import DiscordProvider from "next-auth/providers/discord"

declare function PrismaAdapter(client: object): Adapter
const db = {}

export const authOptions: NextAuthOptions = withBink({
  callbacks: {
    session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
  },
  adapter: PrismaAdapter(db),
  providers: [DiscordProvider({ clientId: "a", clientSecret: "b" }), Bink()],
})
export const getServerAuthSession = (ctx?: {
  req: GetServerSidePropsContext["req"]
  res: GetServerSidePropsContext["res"]
}) => (ctx ? getServerSession(ctx.req, ctx.res, authOptions) : getServerSession(authOptions))
