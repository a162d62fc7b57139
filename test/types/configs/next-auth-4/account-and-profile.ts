import Bink, { withBink } from "authjs-bink"
import { getServerSession, type NextAuthOptions } from "next-auth"

declare module "next-auth" {
  interface Profile {
    verificationLevel?: 0 | 1 | 2
  }
  interface Account {
    tenant?: string
  }
  interface User {
    emailVerified?: Date | null
  }
}
export const authOptions: NextAuthOptions = withBink({
  providers: [Bink],
  callbacks: {
    signIn: ({ account, profile }) => account?.tenant === "a" && (profile?.verificationLevel ?? 0) > 0,
  },
})
export const current = async () => (await getServerSession(authOptions))?.user?.bink?.username
