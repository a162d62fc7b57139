import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"

// @ts-expect-error no providers
withBink({})
// @ts-expect-error no providers
withBink({ session: { maxAge: 60 } })
// @ts-expect-error providers is a list
NextAuth(withBink({ providers: Bink() }))
// @ts-expect-error a number is not a provider
NextAuth(withBink({ providers: [Bink(), 5] }))
// @ts-expect-error a number is not a provider
export const five: NextAuthOptions = withBink({ providers: [Bink(), 5] })
// @ts-expect-error a function returns the config
withBink(() => ({ providers: [Bink()] }))
// @ts-expect-error unknown strategy
NextAuth(withBink({ providers: [Bink()], session: { strategy: "cookie" } }))
// @ts-expect-error unknown strategy
export const cookie: NextAuthOptions = withBink({ providers: [Bink()], session: { strategy: "cookie" } })
// @ts-expect-error maxAge is a number
NextAuth(withBink({ providers: [Bink()], session: { maxAge: "60" } }))
// @ts-expect-error a callback is a function
NextAuth(withBink({ providers: [Bink()], callbacks: { session: 5 } }))
// @ts-expect-error the redirect callback returns a string
NextAuth(withBink({ providers: [Bink()], callbacks: { redirect: () => 5 } }))
// @ts-expect-error an event is a function
NextAuth(withBink({ providers: [Bink()], events: { signOut: "no" } }))
// @ts-expect-error a page is a string
NextAuth(withBink({ providers: [Bink()], pages: { signIn: 5 } }))
// @ts-expect-error next-auth 4 needs Bink() outside of withBink
export const uncalled: NextAuthOptions = { providers: [Bink] }
// @ts-expect-error a string is not a config
withBink("providers")
// @ts-expect-error the config is missing
withBink()
