import Bink, { withBink } from "authjs-bink"
import type { NextApiRequest, NextApiResponse } from "next"
import NextAuth, { type AuthOptions, getServerSession, type NextAuthOptions } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Google from "next-auth/providers/google"

declare const adapter: Adapter
declare const partial: Partial<AuthOptions>
declare const withoutProviders: Omit<NextAuthOptions, "providers">
declare const withSetting: NextAuthOptions & { setting: string }

const callbacks: NextAuthOptions["callbacks"] = { session: ({ session }) => session }
const session = { strategy: "jwt" } as const
const google = Google({ clientId: "", clientSecret: "" })

export const fromParts: AuthOptions = withBink({ adapter, callbacks, session, providers: [Bink()] })
export const fromPartial = NextAuth(withBink({ ...partial, providers: [Bink()] }))
export const fromOthers = NextAuth(withBink({ ...withoutProviders, providers: [Bink(), google] }))
export const fromObject = NextAuth(withBink(Object.assign({}, withoutProviders, { providers: [Bink()] })))
export const fromExtended = NextAuth(withBink(withSetting))
export const explicit = NextAuth(
  withBink<NextAuthOptions>({ providers: [Bink()], callbacks: { jwt: ({ token }) => token } }),
)
export const extended: NextAuthOptions = { ...withBink({ providers: [Bink(), google] }), adapter }
export const createAuth = <Providers extends AuthOptions["providers"]>(providers: Providers) =>
  NextAuth(withBink({ ...withoutProviders, providers: [...providers, Bink()] }))
export const optionsOf = (request: NextApiRequest): AuthOptions =>
  withBink({
    ...fromParts,
    callbacks: { ...fromParts.callbacks, jwt: ({ token }) => token },
    debug: !!request.query.debug,
  })
export const handler = (request: NextApiRequest, response: NextApiResponse) =>
  NextAuth(request, response, optionsOf(request))
export class Auth {
  constructor(private readonly options: AuthOptions) {}
  level = async () => (await getServerSession(withBink(this.options)))?.user?.bink?.verificationLevel
}
