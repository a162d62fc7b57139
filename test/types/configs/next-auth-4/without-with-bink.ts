import Bink from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"
import GitHubProvider from "next-auth/providers/github"

export const authOptions: NextAuthOptions = {
  providers: [Bink(), { ...Bink(), name: "Bink ID" }, GitHubProvider({ clientId: "a", clientSecret: "b" })],
}
export default NextAuth(authOptions)
