import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export default NextAuth(withBink({ providers: [Bink()], events: { signOut() {} } }))
