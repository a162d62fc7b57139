import { Auth } from "@auth/core"
import Bink, { withBink } from "authjs-bink"

const config = withBink({
  providers: [Bink],
  callbacks: {
    session({ session, token }) {
      session.user.id = token.sub ?? ""
      return session
    },
  },
})
export const handle = (request: Request) => Auth(request, config)
