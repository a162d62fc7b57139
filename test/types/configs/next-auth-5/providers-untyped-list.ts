import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import GitHub from "next-auth/providers/github"

const providers = [Bink, GitHub({ allowDangerousEmailAccountLinking: false })]
export const { handlers } = NextAuth(withBink({ providers }))
