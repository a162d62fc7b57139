import type { DefaultSession, Session } from "@auth/core/types"
import Bink, { withBink } from "authjs-bink"

declare module "@auth/core/types" {
  interface Session {
    user: { address: string } & DefaultSession["user"]
  }
}
export const config = withBink({
  providers: [Bink],
  callbacks: {
    session: ({ session, token }) => ({
      ...session,
      user: { ...session.user, address: String(token.address) },
    }),
  },
})
declare const session: Session
export const address: string = session.user.address
export const plan: string | undefined = session.user.bink?.plan
