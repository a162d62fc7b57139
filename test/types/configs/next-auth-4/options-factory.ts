import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"
import type { Adapter } from "next-auth/adapters"

export const createAuth = (options: NextAuthOptions) => NextAuth(withBink(options))
export function createOptions(adapter?: Adapter): NextAuthOptions {
  return withBink({
    ...(adapter && { adapter }),
    providers: [Bink()],
    session: { strategy: adapter ? "database" : "jwt" },
  })
}
export function extend(options?: Partial<NextAuthOptions>): NextAuthOptions {
  return withBink({ ...options, providers: [Bink(), ...(options?.providers ?? [])] })
}
