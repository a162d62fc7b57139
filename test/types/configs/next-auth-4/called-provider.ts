import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export default NextAuth(
  withBink({
    providers: [
      Bink({
        clientId: process.env.BINK_ID,
        clientSecret: process.env.BINK_SECRET,
        httpOptions: { timeout: 5_000 },
      }),
    ],
  }),
)
