import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig, type NextAuthResult } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import type { Provider } from "next-auth/providers"
import Google from "next-auth/providers/google"

declare const adapter: Adapter
declare const partial: Partial<NextAuthConfig>
declare const withoutProviders: Omit<NextAuthConfig, "providers">
declare const withSetting: NextAuthConfig & { setting: string }

const callbacks: NextAuthConfig["callbacks"] = { session: ({ session }) => session }
const session = { strategy: "jwt" } as const

export const fromParts: NextAuthResult = NextAuth(
  withBink({ adapter, callbacks, session, providers: [Bink] }),
)
export const fromPartial = NextAuth(withBink({ ...partial, providers: [Bink] }))
export const fromOthers = NextAuth(withBink({ ...withoutProviders, providers: [Bink, Google] }))
export const fromObject = NextAuth(withBink(Object.assign({}, withoutProviders, { providers: [Bink] })))
export const fromExtended = NextAuth(withBink(withSetting))
export const explicit = NextAuth(
  withBink<NextAuthConfig>({ providers: [Bink], callbacks: { jwt: ({ token }) => token } }),
)
export const extended: NextAuthConfig = { ...withBink({ providers: [Bink, Google] }), adapter }
export const createAuth = <Providers extends Provider[]>(providers: Providers) =>
  NextAuth(withBink({ ...withoutProviders, providers: [...providers, Bink] }))
export class Auth {
  readonly auth: NextAuthResult
  constructor(config: NextAuthConfig) {
    this.auth = NextAuth(withBink({ ...config, trustHost: true }))
  }
}
