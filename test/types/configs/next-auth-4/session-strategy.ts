import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export default NextAuth(
  withBink({ providers: [Bink()], session: { strategy: "jwt" }, jwt: { maxAge: 60 * 60 * 24 * 30 } }),
)
