import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers, auth } = NextAuth(
  withBink({ providers: [Bink({ clientId: process.env.BINK_ID, clientSecret: process.env.BINK_SECRET })] }),
)
