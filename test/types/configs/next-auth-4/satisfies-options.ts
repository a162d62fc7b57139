import Bink, { withBink } from "authjs-bink"
import NextAuth, { getServerSession, type NextAuthOptions } from "next-auth"

const options = {
  providers: [Bink()],
  session: { strategy: "jwt" },
  callbacks: { jwt: ({ token }) => token },
} satisfies NextAuthOptions
export const authOptions = withBink(options)
export default NextAuth(authOptions)
export const current = () => getServerSession(authOptions)
