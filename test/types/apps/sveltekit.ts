import { SvelteKitAuth, type SvelteKitAuthConfig } from "@auth/sveltekit"
import Bink, { type BinkIdentity, meetsVerification, withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"

export const config: SvelteKitAuthConfig = withBink({ providers: [Bink] })
export const called: SvelteKitAuthConfig = withBink({ providers: [Bink({ timeout: 5_000 })] })
declare const adapter: NonNullable<SvelteKitAuthConfig["adapter"]>
export const persisted: SvelteKitAuthConfig = withBink(
  { providers: [Bink], adapter, session: { strategy: "database" } },
  { persist: true },
)
export const inline = [
  SvelteKitAuth(withBink({ providers: [Bink] })),
  SvelteKitAuth(withBink({ providers: [Bink], adapter }, { persist: true, revalidate: { after: 300 } })),
  SvelteKitAuth(
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
SvelteKitAuth(async () => withBink({ providers: [Bink], trustHost: true }))

export async function isTrusted({ auth }: App.Locals): Promise<boolean> {
  return meetsVerification((await auth())?.user?.bink, { level: 2, maxAge: 600 })
}
// @ts-expect-error unknown strategy
SvelteKitAuth(withBink({ providers: [Bink], session: { strategy: "cookie" } }))
