import { type Session, SvelteKitAuth } from "@auth/sveltekit"
import Bink, { withBink } from "authjs-bink"

declare module "@auth/sveltekit" {
  interface User {
    role: string
  }
  interface Session {
    user: { address: string } & User
  }
}
export const { handle } = SvelteKitAuth(withBink({ providers: [Bink] }))
declare const session: Session
export const values: (string | undefined)[] = [
  session.user.role,
  session.user.address,
  session.user.bink?.plan,
]
