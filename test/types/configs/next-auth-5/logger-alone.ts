import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers } = NextAuth(
  withBink({ providers: [Bink], logger: { debug: (message) => console.log(message) } }),
)
