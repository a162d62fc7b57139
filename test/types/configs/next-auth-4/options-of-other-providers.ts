import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"
import GitHub from "next-auth/providers/github"
import type { OAuthConfig, OAuthUserConfig } from "next-auth/providers/oauth"

// biome-ignore lint/suspicious/noExplicitAny: as apps write it
type Options = OAuthUserConfig<any>

export const createAuth = (options: Options) =>
  NextAuth(withBink({ providers: [Bink(options), GitHub(options)] }))
// biome-ignore lint/suspicious/noExplicitAny: as apps write it
export const provider: OAuthConfig<any> = Bink()
export const providers: NextAuthOptions["providers"] = [Bink(), Bink({ id: "second" })]
