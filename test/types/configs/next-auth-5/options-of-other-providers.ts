import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import type { OAuthConfig, OAuthUserConfig, Provider } from "next-auth/providers"
import GitHub from "next-auth/providers/github"

// biome-ignore lint/suspicious/noExplicitAny: as apps write it
type Options = OAuthUserConfig<any>

export const createAuth = (options: Options) =>
  NextAuth(withBink({ providers: [Bink(options), GitHub(options)] }))
// biome-ignore lint/suspicious/noExplicitAny: as apps write it
export const provider: OAuthConfig<any> = Bink()
export const providers: Provider[] = [Bink, Bink(), Bink({ id: "second" })]
