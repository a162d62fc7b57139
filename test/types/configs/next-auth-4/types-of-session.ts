import type { BinkIdentity } from "authjs-bink"
import type { Session, User } from "next-auth"

export type CurrentUser = NonNullable<Session["user"]>
export const identityOf = (user: CurrentUser): BinkIdentity | undefined => user.bink
export const levelOf = (session: Session): 0 | 1 | 2 | undefined => session.user?.bink?.verificationLevel
export const user: User = { id: "1", name: "Yuki" }
export const session: Session = { user: { name: "Yuki" }, expires: "2030-01-01T00:00:00.000Z" }
export const empty: Session = { expires: "2030-01-01T00:00:00.000Z" }
