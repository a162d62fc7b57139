import Bink, { withBink } from "authjs-bink"
import NextAuth, { type NextAuthConfig } from "next-auth"
import GitHub from "next-auth/providers/github"

const base = { providers: [GitHub], pages: { signIn: "/login" } } satisfies NextAuthConfig

export const { handlers, auth, signIn, signOut, unstable_update } = NextAuth((request) =>
  withBink({
    ...base,
    providers: [...base.providers, Bink],
    useSecureCookies: request?.headers.get("x-forwarded-proto") === "https",
    callbacks: {
      authorized: ({ auth, request }) => !!auth?.user?.bink && request.nextUrl.pathname === "/",
      jwt({ token, user, trigger, session, account, profile }) {
        if (trigger === "update") return { ...token, ...(session as object) }
        if (user) token.sub = user.id ?? token.sub
        if (account?.provider === "github") token.name = profile?.name ?? null
        return token
      },
    },
  }),
)
export const chosen = NextAuth(async (request) =>
  request ? withBink({ ...base, providers: [Bink] }) : withBink(base),
)
export const spread = NextAuth((request) => ({
  ...withBink({ providers: [Bink()] }),
  basePath: request?.nextUrl.pathname ?? "/auth",
}))
export const imported = NextAuth(async () => {
  const { default: Google } = await import("next-auth/providers/google")
  return withBink({ providers: [Google, Bink], session: { strategy: "jwt" } }, { revalidate: { after: 60 } })
})
