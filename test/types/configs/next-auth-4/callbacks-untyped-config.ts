import Bink, { withBink } from "authjs-bink"
import NextAuth, { getServerSession } from "next-auth"

export const authOptions = withBink({
  providers: [Bink()],
  callbacks: {
    jwt({ token, account }) {
      const level: 0 | 1 | 2 | undefined = token.bink?.verificationLevel
      return { ...token, level, provider: account?.provider }
    },
    session: ({ session, token }) => ({ ...session, sub: token.sub }),
  },
})
export default NextAuth(authOptions)
export const current = async () => (await getServerSession(authOptions))?.user?.bink?.plan
