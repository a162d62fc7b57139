import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"
import GitHubProvider from "next-auth/providers/github"
import type { Provider } from "next-auth/providers/index"

const providers: Provider[] = [Bink()]
if (process.env.GITHUB_ID) providers.push(GitHubProvider({ clientId: "a", clientSecret: "b" }))
export const authOptions: NextAuthOptions = withBink({ providers })
export default NextAuth(withBink({ providers, session: { strategy: "jwt" } }))
