import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import { type DefaultSession, getServerSession, type NextAuthOptions } from "next-auth"

declare module "next-auth" {
  interface Session {
    user: { role: string; bink?: BinkIdentity } & DefaultSession["user"]
  }
  interface User {
    role: string
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role?: string
  }
}
export const authOptions: NextAuthOptions = withBink({
  providers: [Bink()],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...token, role: user.role } : token),
    session({ session, token }) {
      session.user.role = token.role ?? "user"
      return session
    },
  },
})
export const current = async () => {
  const session = await getServerSession(authOptions)
  return [session?.user.role, session?.user.name, session?.user.bink?.plan]
}
