import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import AppleProvider from "next-auth/providers/apple"
import Auth0Provider from "next-auth/providers/auth0"
import GitHubProvider from "next-auth/providers/github"
import TwitterProvider from "next-auth/providers/twitter"

const client = { clientId: "a", clientSecret: "b" }
export default NextAuth(
  withBink({
    providers: [
      Bink({ allowDangerousEmailAccountLinking: true }),
      AppleProvider(client),
      Auth0Provider({ ...client, issuer: "https://auth0.example" }),
      GitHubProvider({ ...client, profile: (profile) => ({ id: String(profile.id), name: profile.login }) }),
      TwitterProvider({ ...client, version: "2.0" }),
    ],
  }),
)
