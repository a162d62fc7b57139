import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { auth } = NextAuth(
  withBink({
    providers: [Bink],
    session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60, updateAge: 24 * 60 * 60 },
    jwt: { maxAge: 60 * 60 },
  }),
)
