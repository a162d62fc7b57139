import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

declare module "next-auth" {
  interface Account {
    tenant?: string
  }
  interface Profile {
    verificationLevel?: 0 | 1 | 2
  }
  interface User {
    id?: string
    emailVerified?: Date | null
  }
}
export const { auth } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      signIn: ({ account, profile }) => account?.tenant === "a" && (profile?.verificationLevel ?? 0) > 0,
    },
  }),
)
export const current = async () => (await auth())?.user?.bink?.username
