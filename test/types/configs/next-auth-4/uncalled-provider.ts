import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"

export const authOptions: NextAuthOptions = withBink({ providers: [Bink] })
export default NextAuth(withBink({ providers: [Bink] }))
