import Bink, { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

export const authOptions: NextAuthOptions = withBink({
  providers: [Bink()],
  events: {
    async signIn({ user, account, isNewUser }) {
      console.log(user.id.toUpperCase(), account?.provider, isNewUser)
    },
    signOut: ({ token }) => console.log(token.sub),
    createUser: ({ user }) => console.log(user.email?.length),
    async linkAccount({ account, profile }) {
      console.log(account.providerAccountId, profile.name)
    },
  },
})
