import { ExpressAuth, type ExpressAuthConfig, getSession } from "@auth/express"
import Bink, { type BinkIdentity, meetsVerification, withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import type { Request } from "express"

export const config: ExpressAuthConfig = withBink({ providers: [Bink] })
export const called: ExpressAuthConfig = withBink({
  providers: [Bink({ timeout: 5_000 })],
  basePath: "/auth",
})
declare const adapter: NonNullable<ExpressAuthConfig["adapter"]>
export const persisted: ExpressAuthConfig = withBink(
  { providers: [Bink], adapter, session: { strategy: "database" } },
  { persist: true },
)
export const inline = [
  ExpressAuth(withBink({ providers: [Bink] })),
  ExpressAuth(withBink({ providers: [Bink], adapter }, { persist: true, revalidate: { after: 300 } })),
  ExpressAuth(
    withBink({
      providers: [Bink],
      callbacks: {
        jwt({ token, account }) {
          const identity: BinkIdentity | undefined = token.bink
          void identity
          void account?.provider
          return token
        },
        session({ session, token }) {
          session.user.name = String(token.name)
          return session
        },
      },
    }),
  ),
]
export async function isTrusted(request: Request): Promise<boolean> {
  const session = await getSession(request, config)
  return meetsVerification(session?.user?.bink, { level: 2, maxAge: 600 })
}
// @ts-expect-error unknown strategy
ExpressAuth(withBink({ providers: [Bink], session: { strategy: "cookie" } }))
