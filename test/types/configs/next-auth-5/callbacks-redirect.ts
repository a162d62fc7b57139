import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers } = NextAuth(
  withBink({
    providers: [Bink],
    callbacks: { redirect: ({ url, baseUrl }) => (url.startsWith("/") ? `${baseUrl}${url}` : baseUrl) },
  }),
)
