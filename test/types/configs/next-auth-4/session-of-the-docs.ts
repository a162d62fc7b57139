// https://next-auth.js.org/getting-started/typescript#module-augmentation

import Bink, { withBink } from "authjs-bink"
import NextAuth, { type Session } from "next-auth"

declare module "next-auth" {
  interface Session {
    user: {
      address: string
      name?: string | null
    }
  }
}
export default NextAuth(withBink({ providers: [Bink()] }))
export const addressOf = (session: Session): string => session.user.address
