import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import GitHub from "next-auth/providers/github"

declare const adapter: Adapter
const authConfig = { providers: [Bink, GitHub], session: { strategy: "jwt" } } satisfies NextAuthConfig
const { auth: proxy } = NextAuth(withBink(authConfig))
export default proxy((request) => {
  if (!request.auth?.user?.bink) return Response.redirect(new URL("/sign-in", request.url))
})
export const { handlers, auth } = NextAuth(withBink({ ...authConfig, adapter }))
export const other = NextAuth(withBink({ adapter, ...authConfig, providers: [Bink] }))
