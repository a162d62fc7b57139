import Bink, { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

export const authOptions: NextAuthOptions = withBink({ providers: [Bink()], session: { maxAge: 3600 } })
