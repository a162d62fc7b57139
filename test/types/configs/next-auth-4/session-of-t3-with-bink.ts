import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import { type DefaultSession, getServerSession, type NextAuthOptions } from "next-auth"

declare module "next-auth" {
  interface Session extends DefaultSession {
    user: DefaultSession["user"] & {
      id: string
      bink?: BinkIdentity
    }
  }
}
export const authOptions: NextAuthOptions = withBink({ providers: [Bink] })
export const current = async () => (await getServerSession(authOptions))?.user.bink?.verificationLevel
