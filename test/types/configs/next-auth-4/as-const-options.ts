import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

const shared = { session: { strategy: "jwt", maxAge: 60 }, pages: { signIn: "/login" } } as const
export default NextAuth(withBink({ ...shared, providers: [Bink()] }))
