import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import NextAuth from "next-auth"

export const { handlers, auth, signIn, signOut } = NextAuth(
  withBink({
    providers: [Bink],
    pages: { signIn: "/sign-in", error: "/sign-in" },
  }),
)
