import Bink from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import GitHub from "next-auth/providers/github"

export const { handlers } = NextAuth({ providers: [GitHub, Bink] })
export const config: NextAuthConfig = { providers: [Bink(), { ...Bink(), name: "Bink ID" }] }
