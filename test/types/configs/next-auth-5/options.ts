import Bink, { type WithBinkOptions, withBink } from "authjs-bink"
import NextAuth from "next-auth"

const options: WithBinkOptions = { revalidate: { after: 300 }, persist: false }
export const { auth } = NextAuth(withBink({ providers: [Bink] }, options))
export const persisted = NextAuth(withBink({ providers: [Bink] }, { persist: true }))
export const none = NextAuth(withBink({ providers: [Bink] }, {}))
