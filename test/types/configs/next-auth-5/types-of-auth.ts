import Bink, { type BinkIdentity, withBink } from "authjs-bink"
import NextAuth, { type NextAuthResult, type Session, type User } from "next-auth"

export const result: NextAuthResult = NextAuth(withBink({ providers: [Bink] }))
export type CurrentUser = NonNullable<Session["user"]>
export const identityOf = (user: CurrentUser): BinkIdentity | undefined => user.bink
export const levelOf = (session: Session): 0 | 1 | 2 | undefined => session.user?.bink?.verificationLevel
export const user: User = { id: "1", name: "Yuki", bink: undefined as unknown as BinkIdentity }
export const session: Session = { user, expires: "2030-01-01T00:00:00.000Z" }
