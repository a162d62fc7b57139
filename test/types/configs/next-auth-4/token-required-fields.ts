import Bink, { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

declare module "next-auth/jwt" {
  interface JWT {
    accessToken: string
    accessTokenExpires: number
    error?: string
  }
}
export const authOptions: NextAuthOptions = withBink({
  providers: [Bink()],
  callbacks: {
    async jwt({ token, account, user }) {
      if (account && user) {
        return {
          ...token,
          accessToken: account.access_token ?? "",
          accessTokenExpires: account.expires_at ?? 0,
        }
      }
      return Date.now() < token.accessTokenExpires ? token : { ...token, error: "RefreshAccessTokenError" }
    },
  },
})
