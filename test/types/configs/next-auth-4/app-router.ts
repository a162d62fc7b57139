import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

const handler = NextAuth(withBink({ providers: [Bink()] }))

export { handler as GET, handler as POST }
