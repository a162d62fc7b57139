import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import Google from "next-auth/providers/google"

declare function secretsOf(host: string | null | undefined): Promise<{ google: string; secret: string }>

export const { handlers, auth, signIn, signOut } = NextAuth(async (request) => {
  const { google, secret } = await secretsOf(request?.headers.get("host"))
  return withBink({
    secret,
    providers: [Bink, Google({ clientId: google })],
    callbacks: {
      session({ session, token }) {
        session.user.id = token.sub ?? ""
        return session
      },
    },
  })
})
