import { ExpressAuth, type Session, type User } from "@auth/express"
import Bink, { withBink } from "authjs-bink"

declare module "@auth/express" {
  interface User {
    role: string
  }
}
export const handler = ExpressAuth(withBink({ providers: [Bink] }))
declare const user: User
declare const session: Session
export const roles: (string | undefined)[] = [user.role, session.user?.role]
export const levels: (number | undefined)[] = [
  user.bink?.verificationLevel,
  session.user?.bink?.verificationLevel,
]
