import Bink, { withBink } from "authjs-bink"
import NextAuth, { type AuthOptions, type NextAuthOptions } from "next-auth"

const options: NextAuthOptions = {
  providers: [Bink()],
  session: { maxAge: 600 },
  pages: { signIn: "/sign-in" },
  callbacks: { session: ({ session }) => session },
}
export const authOptions: AuthOptions = withBink(options)
export default NextAuth(withBink(options, { revalidate: { after: 60 } }))
