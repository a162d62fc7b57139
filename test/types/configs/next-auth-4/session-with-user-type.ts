import Bink, { withBink } from "authjs-bink"
import { getServerSession, type NextAuthOptions, type User } from "next-auth"

declare module "next-auth" {
  interface Session {
    user?: User
    error?: "RefreshAccessTokenError"
  }
}
export const authOptions: NextAuthOptions = withBink({ providers: [Bink()] })
export const current = async () => {
  const session = await getServerSession(authOptions)
  const level: 0 | 1 | 2 | undefined = session?.user?.bink?.verificationLevel
  return [session?.user?.id, session?.error, level]
}
