import { getSecret } from "astro:env/server"
import { defineConfig } from "auth-astro"
import Bink, { type BinkIdentity, withBink } from "authjs-bink"

declare module "@auth/core/types" {
  interface User {
    bink?: BinkIdentity
  }
}

export default defineConfig(
  withBink({
    // Astro does not add `.env` to `process.env`, where Auth.js and authjs-bink read by default.
    providers: [
      Bink({
        clientId: getSecret("AUTH_BINK_ID"),
        clientSecret: getSecret("AUTH_BINK_SECRET"),
        baseUrl: getSecret("AUTH_BINK_ISSUER"),
      }),
    ],
    secret: getSecret("AUTH_SECRET"),
    // Failed and declined sign-ins return to the start page with `?error=`.
    pages: { signIn: "/", error: "/" },
    // The server or its reverse proxy must set the Host header itself.
    trustHost: true,
  }),
)
