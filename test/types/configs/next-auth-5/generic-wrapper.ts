import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"

export function createAuth<Config extends NextAuthConfig>(config: Config) {
  return NextAuth(withBink(config))
}
export function addProvider<Config extends Omit<NextAuthConfig, "providers">>(config: Config) {
  return NextAuth(withBink({ ...config, providers: [Bink] }, { persist: true }))
}
export function defineConfig<Config extends NextAuthConfig>(config: Config): Config {
  return withBink(config)
}
export const { auth, handlers } = createAuth({
  providers: [Bink],
  callbacks: { authorized: ({ auth }) => !!auth },
})
export const other = addProvider({ callbacks: { authorized: ({ auth }) => !!auth } })
export const config = defineConfig({ providers: [Bink], session: { strategy: "jwt" } })
