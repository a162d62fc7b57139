import Bink, { type BinkIdentity, meetsVerification, withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import type { Session } from "next-auth"
import NextAuth from "next-auth"
import type { JWT } from "next-auth/jwt"
import GitHub from "next-auth/providers/github"

export const a = NextAuth({ providers: [Bink] })
export const b = NextAuth({ providers: [Bink()] })
export const c = NextAuth(withBink({ providers: [Bink] }))
export const d = NextAuth(
  withBink({ providers: [Bink(), GitHub] }, { revalidate: { after: 5 }, persist: true }),
)
export const e = NextAuth(() => withBink({ providers: [Bink({ id: "bink-eu" }), GitHub({})] }))
export const { handlers, auth, signIn } = NextAuth(
  withBink({
    providers: [Bink],
    session: { strategy: "jwt" },
    callbacks: {
      jwt({ token, account }) {
        const t: JWT = token
        const i: BinkIdentity | undefined = t.bink
        void i
        void account?.provider
        return token
      },
      async session({ session, token }) {
        session.user.name = String(token.name)
        return session
      },
      authorized({ auth }) {
        return meetsVerification(auth?.user?.bink, { level: 1 })
      },
    },
    events: {
      signIn({ user }) {
        user.id
      },
    },
  }),
)
declare const session: Session
export const level: 0 | 1 | 2 | undefined = session.user?.bink?.verificationLevel
export async function f() {
  const s = await auth()
  return meetsVerification(s?.user?.bink, { level: 2, maxAge: 3 })
}
export const custom: string = session.user.custom

// The app can also augment Session.
declare module "next-auth" {
  interface Session {
    user: { custom: string } & import("next-auth").DefaultSession["user"]
  }
}

// @ts-expect-error no providers
withBink({})
// @ts-expect-error a lazy config has to call withBink inside
withBink(() => ({ providers: [Bink] }))
// @ts-expect-error revalidate is an object
withBink({ providers: [Bink] }, { revalidate: true })
// @ts-expect-error after is required
withBink({ providers: [Bink] }, { revalidate: {} })
// @ts-expect-error unknown option
withBink({ providers: [Bink] }, { persists: true })
// @ts-expect-error a callback is a function
NextAuth(withBink({ providers: [Bink], callbacks: { session: 5 } }))
// @ts-expect-error unknown strategy
NextAuth(withBink({ providers: [Bink], session: { strategy: "cookie" } }))
// @ts-expect-error a requirement has level 1 or 2
meetsVerification(session.user?.bink, { level: 0 })
// @ts-expect-error the requirement is missing
meetsVerification(session.user?.bink)
// @ts-expect-error the identity is session.user.bink
meetsVerification(session.user, { level: 1 })
