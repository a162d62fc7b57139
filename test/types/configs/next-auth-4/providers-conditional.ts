import Bink, { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"
import GitHubProvider from "next-auth/providers/github"

const { GITHUB_ID, GITHUB_SECRET } = process.env
export const authOptions: NextAuthOptions = withBink({
  providers: [
    Bink,
    ...(GITHUB_ID && GITHUB_SECRET
      ? [GitHubProvider({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET })]
      : []),
    ...(process.env.NODE_ENV === "production" ? [] : [Bink({ id: "bink-emulator" })]),
  ],
})
