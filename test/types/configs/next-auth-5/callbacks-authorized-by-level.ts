import Bink, { meetsVerification, withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { auth: proxy } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      authorized({ auth, request }) {
        if (request.nextUrl.pathname.startsWith("/vote"))
          return meetsVerification(auth?.user?.bink, { level: 2 })
        if (!auth) return Response.redirect(new URL("/sign-in", request.nextUrl))
        return true
      },
    },
  }),
)
