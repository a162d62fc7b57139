import { ExpressAuth, type ExpressAuthConfig } from "@auth/express"
import Bink, { withBink } from "authjs-bink"

export const authConfig: ExpressAuthConfig = withBink({
  providers: [Bink],
  session: { maxAge: 600 },
  callbacks: {
    session({ session, token }) {
      session.user.id = token.sub ?? ""
      return session
    },
  },
})
export const handler = ExpressAuth(authConfig)
