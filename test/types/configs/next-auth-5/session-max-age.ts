import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { auth } = NextAuth(withBink({ providers: [Bink], session: { maxAge: 3600 } }))
