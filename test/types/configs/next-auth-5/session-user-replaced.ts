// The app replaces the type of session.user, so it also declares bink.

import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import NextAuth from "next-auth"

interface AppUser {
  id: string
  name: string
  email: string
  emailVerified: Date | null
  bink?: BinkIdentity
}
declare module "next-auth" {
  interface Session {
    user: AppUser
  }
}
export const { auth } = NextAuth(withBink({ providers: [Bink] }))
export const current = async () => (await auth())?.user.bink?.plan
