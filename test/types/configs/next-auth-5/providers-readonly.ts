import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import GitHub from "next-auth/providers/github"

const providers = [Bink, GitHub] as const
export const { handlers } = NextAuth(withBink({ providers }))
export const one = NextAuth(withBink({ providers: [Bink()] as const }))
