import { Auth } from "@auth/core"
import type { JWT } from "@auth/core/jwt"
import type { Session, User } from "@auth/core/types"
import Bink, { withBink } from "authjs-bink"

declare module "@auth/core/types" {
  interface User {
    role: string
  }
}
declare module "@auth/core/jwt" {
  interface JWT {
    role: string
  }
}
export const handle = (request: Request) =>
  Auth(
    request,
    withBink({
      providers: [Bink],
      callbacks: {
        jwt: ({ token, user }) => (user ? { ...token, role: user.role } : token),
        session({ session, token }) {
          session.user.role = token.role
          return session
        },
      },
    }),
  )
declare const session: Session
declare const user: User
declare const token: JWT
export const roles: (string | undefined)[] = [user.role, token.role, session.user?.role]
export const levels: (number | undefined)[] = [
  user.bink?.verificationLevel,
  token.bink?.verificationLevel,
  session.user?.bink?.verificationLevel,
]
