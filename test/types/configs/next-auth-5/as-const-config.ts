import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

const config = { session: { strategy: "jwt", maxAge: 60 }, pages: { signIn: "/login" } } as const
export const { auth } = NextAuth(withBink({ ...config, providers: [Bink] }))
