import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

declare function log(...values: (string | boolean | null | undefined)[]): void

export const { handlers } = NextAuth(
  withBink({
    providers: [Bink],
    events: {
      async signIn({ user, account, isNewUser }) {
        log(user.id, account?.provider, isNewUser)
      },
      async signOut(message) {
        if ("token" in message) log(message.token?.sub)
      },
      createUser: ({ user }) => log(user.email),
      linkAccount: ({ account }) => log(account.providerAccountId),
    },
  }),
)
