import { Bink, withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers } = NextAuth(
  withBink({ providers: [Bink, Bink({ id: "bink-staging", baseUrl: "https://staging.bink.example" })] }),
)
