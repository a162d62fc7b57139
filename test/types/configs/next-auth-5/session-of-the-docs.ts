// https://authjs.dev/getting-started/typescript#module-augmentation

import Bink, { withBink } from "authjs-bink"
import NextAuth, { type DefaultSession } from "next-auth"

declare module "next-auth" {
  interface Session {
    user: { address: string } & DefaultSession["user"]
  }
}
export const { auth, handlers } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      session({ session, token }) {
        return { ...session, user: { ...session.user, address: String(token.address) } }
      },
    },
  }),
)
export const current = async () => {
  const session = await auth()
  const address: string | undefined = session?.user.address
  const level: 0 | 1 | 2 | undefined = session?.user.bink?.verificationLevel
  return { address, level }
}
