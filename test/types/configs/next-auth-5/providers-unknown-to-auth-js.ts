// A provider of the app: a plain object.

import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers } = NextAuth(
  withBink({
    providers: [
      Bink,
      {
        id: "sso",
        name: "SSO",
        type: "oidc",
        issuer: "https://sso.example",
        clientId: "a",
        clientSecret: "b",
      },
    ],
  }),
)
