import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

export const createAuth = (config: NextAuthConfig) => NextAuth(withBink(config))
export function createConfig({ adapter }: { adapter?: Adapter }): NextAuthConfig {
  return withBink({
    ...(adapter && { adapter }),
    providers: [Bink],
    session: { strategy: adapter ? "database" : "jwt" },
  })
}
export function createOptional(config?: Partial<NextAuthConfig>) {
  return NextAuth(withBink({ ...config, providers: [Bink, ...(config?.providers ?? [])] }))
}
