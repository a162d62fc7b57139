import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import GitHub from "next-auth/providers/github"

const providers: NextAuthConfig["providers"] = [GitHub]
if (process.env.AUTH_BINK_ID) providers.push(Bink)
export const { handlers } = NextAuth(withBink({ providers }))
