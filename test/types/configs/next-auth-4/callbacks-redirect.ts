import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export default NextAuth(
  withBink({
    providers: [Bink()],
    callbacks: {
      async redirect({ url, baseUrl }) {
        if (url.startsWith("/")) return `${baseUrl}${url}`
        return new URL(url).origin === baseUrl ? url : baseUrl
      },
    },
  }),
)
