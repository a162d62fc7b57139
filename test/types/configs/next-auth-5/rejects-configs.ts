import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"

// @ts-expect-error no providers
withBink({})
// @ts-expect-error no providers
withBink({ session: { maxAge: 60 } })
// @ts-expect-error providers is a list
NextAuth(withBink({ providers: Bink }))
// @ts-expect-error a number is not a provider
NextAuth(withBink({ providers: [Bink, 5] }))
// @ts-expect-error a lazy config calls withBink inside
withBink(() => ({ providers: [Bink] }))
// @ts-expect-error a lazy config calls withBink inside
withBink(async () => ({ providers: [Bink] }), { persist: true })
// @ts-expect-error unknown strategy
NextAuth(withBink({ providers: [Bink], session: { strategy: "cookie" } }))
// @ts-expect-error maxAge is a number
NextAuth(withBink({ providers: [Bink], session: { maxAge: "60" } }))
// @ts-expect-error a callback is a function
NextAuth(withBink({ providers: [Bink], callbacks: { session: 5 } }))
// @ts-expect-error the redirect callback returns a string
NextAuth(withBink({ providers: [Bink], callbacks: { redirect: () => 5 } }))
// @ts-expect-error an event is a function
NextAuth(withBink({ providers: [Bink], events: { signOut: "no" } }))
// @ts-expect-error a page is a string
NextAuth(withBink({ providers: [Bink], pages: { signIn: 5 } }))
// @ts-expect-error an adapter has methods
NextAuth(withBink({ providers: [Bink], adapter: { createUser: 5 } }))
// @ts-expect-error unknown strategy
export const annotated: NextAuthConfig = withBink({ providers: [Bink], session: { strategy: "cookie" } })
// @ts-expect-error unknown strategy
NextAuth(() => withBink({ providers: [Bink], session: { strategy: "cookie" } }))
// @ts-expect-error a string is not a config
withBink("providers")
// @ts-expect-error the config is missing
withBink()
