import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { auth } = NextAuth(
  withBink({ providers: [Bink], callbacks: { authorized: ({ auth }) => !!auth?.user?.bink } }),
)
NextAuth(
  withBink({
    providers: [Bink],
    callbacks: {
      // @ts-expect-error a session has no such field
      authorized: ({ auth }) => !!auth?.nope,
    },
  }),
)
