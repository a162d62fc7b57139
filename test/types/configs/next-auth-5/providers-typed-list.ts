import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import type { Provider } from "next-auth/providers"
import GitHub from "next-auth/providers/github"

const providers: Provider[] = [Bink, GitHub]

export const providerMap = providers.map((provider) => {
  if (typeof provider === "function") {
    const { id, name } = provider()
    return { id, name }
  }
  return { id: provider.id, name: provider.name }
})
export const { handlers } = NextAuth(withBink({ providers, pages: { signIn: "/sign-in" } }))
