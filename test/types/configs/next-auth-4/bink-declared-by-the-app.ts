// An app that declared `bink` itself before.

import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import { type DefaultSession, getServerSession, type NextAuthOptions } from "next-auth"

declare module "next-auth" {
  interface Session {
    user?: DefaultSession["user"] & { bink?: BinkIdentity }
  }
  interface User {
    bink?: BinkIdentity
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    bink?: BinkIdentity
  }
}
export const authOptions: NextAuthOptions = withBink({ providers: [Bink] })
export const current = async () => (await getServerSession(authOptions))?.user?.bink?.username
