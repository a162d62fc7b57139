import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import GitHubProvider from "next-auth/providers/github"

const providers = [Bink(), GitHubProvider({ clientId: "a", clientSecret: "b" })]
export default NextAuth(withBink({ providers }))
