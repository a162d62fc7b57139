// An app that declared `bink` itself before.

import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import NextAuth, { type DefaultSession } from "next-auth"

declare module "next-auth" {
  interface Session {
    user: { bink?: BinkIdentity } & DefaultSession["user"]
  }
  interface User {
    bink?: BinkIdentity
  }
}
export const { auth } = NextAuth(withBink({ providers: [Bink] }))
export const current = async () => (await auth())?.user.bink?.username
