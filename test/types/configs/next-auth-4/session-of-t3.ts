import Bink, { withBink } from "authjs-bink"
import { type DefaultSession, getServerSession, type NextAuthOptions } from "next-auth"
import type { Adapter } from "next-auth/adapters"

declare module "next-auth" {
  interface Session extends DefaultSession {
    user: {
      id: string
    } & DefaultSession["user"]
  }
}
declare const adapter: Adapter
export const authOptions: NextAuthOptions = withBink({
  callbacks: {
    session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
  },
  adapter,
  providers: [Bink()],
})
export const current = async () => {
  const session = await getServerSession(authOptions)
  const id: string | undefined = session?.user.id
  return [id, session?.user.name]
}
