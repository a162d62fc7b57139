import type { Session as CoreSession } from "@auth/core/types"
import Bink, { withBink } from "authjs-bink"
import NextAuth, { type DefaultSession, type Session } from "next-auth"

declare module "@auth/core/types" {
  interface Session {
    user: { address: string } & DefaultSession["user"]
    accessToken?: string
  }
}
export const { auth } = NextAuth(withBink({ providers: [Bink] }))
declare const session: Session
declare const coreSession: CoreSession
export const addresses: string[] = [session.user.address, coreSession.user.address]
export const tokens: (string | undefined)[] = [session.accessToken, coreSession.accessToken]
export const levels: (0 | 1 | 2 | undefined)[] = [
  session.user.bink?.verificationLevel,
  coreSession.user.bink?.verificationLevel,
]
export const current = async () => (await auth())?.user.bink?.plan
