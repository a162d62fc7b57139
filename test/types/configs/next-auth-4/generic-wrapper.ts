import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"

export function createHandler<Options extends NextAuthOptions>(options: Options) {
  return NextAuth(withBink(options))
}
export function addProvider<Options extends Omit<NextAuthOptions, "providers">>(options: Options) {
  return NextAuth(withBink({ ...options, providers: [Bink()] }, { persist: true }))
}
export function defineOptions<Options extends NextAuthOptions>(options: Options): Options {
  return withBink(options)
}
export const handler = createHandler({ providers: [Bink()], session: { strategy: "jwt" } })
export const other = addProvider({ callbacks: { jwt: ({ token }) => token } })
export const options = defineOptions({ providers: [Bink()], pages: { signIn: "/sign-in" } })
