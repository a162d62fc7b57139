import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { signOut } = NextAuth(withBink({ providers: [Bink], events: { signOut() {} } }))
