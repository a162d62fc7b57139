import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthOptions } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import CredentialsProvider from "next-auth/providers/credentials"

declare const adapter: Adapter
const shared: NextAuthOptions = { providers: [Bink()], pages: { signIn: "/sign-in" } }
export const authOptions: NextAuthOptions = withBink({
  ...shared,
  adapter,
  providers: [...shared.providers, CredentialsProvider({ credentials: {}, authorize: () => null })],
  callbacks: { ...shared.callbacks, redirect: ({ baseUrl }) => baseUrl },
})
export default NextAuth({ ...withBink({ ...shared, adapter }), debug: true })
