import Bink, { type BinkIdentity, meetsVerification, withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import NextAuthImport, { getServerSession, type NextAuthOptions, type Session } from "next-auth"
import type { JWT } from "next-auth/jwt"
import type { Provider } from "next-auth/providers/index"

export const a: NextAuthOptions = { providers: [Bink()] }
export const c: NextAuthOptions = withBink({ providers: [Bink] })
export const d: NextAuthOptions = withBink(
  { providers: [Bink()] },
  { revalidate: { after: 5 }, persist: true },
)
export const e: NextAuthOptions = withBink({
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
      if (session.user) session.user.name = String(token.name)
      return session
    },
  },
  events: {
    signIn({ user }) {
      user.id
    },
  },
})
export const plain = withBink({ providers: [Bink] })
export const p: Provider = plain.providers[0] as (typeof plain.providers)[number]
declare const session: Session
export const level: 0 | 1 | 2 | undefined = session.user?.bink?.verificationLevel
export async function f() {
  const s = await getServerSession(plain)
  return meetsVerification(s?.user?.bink, { level: 2 })
}
// @ts-expect-error NextAuth 4 needs Bink() outside of withBink
export const wrong: NextAuthOptions = { providers: [Bink] }
void NextAuthImport
// @ts-expect-error unknown strategy
export const cookie: NextAuthOptions = withBink({ providers: [Bink()], session: { strategy: "cookie" } })
// @ts-expect-error a number is not a provider
export const five: NextAuthOptions = withBink({ providers: [Bink(), 5] })
