import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import { type DefaultSession, getServerSession, type NextAuthOptions, type Session } from "next-auth"

declare module "next-auth" {
  interface Session {
    user?: DefaultSession["user"] & { bink?: BinkIdentity }
    accessToken?: string
    error?: string
  }
}
export const authOptions: NextAuthOptions = withBink({
  providers: [Bink()],
  callbacks: {
    session({ session, token }) {
      session.accessToken = token.sub
      return session
    },
  },
})
export const levelOf = (session: Session): 0 | 1 | 2 | undefined => session.user?.bink?.verificationLevel
export const current = async () => {
  const session = await getServerSession(authOptions)
  return [session?.accessToken, session?.user?.name, session?.user?.bink?.plan]
}
