import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

const config = withBink({
  providers: [Bink],
  callbacks: {
    jwt({ token, account }) {
      if (account) token.provider = account.provider
      return token
    },
    authorized: ({ auth, request }) => !!auth || request.nextUrl.pathname === "/",
  },
})
export const { handlers, auth } = NextAuth(config)
