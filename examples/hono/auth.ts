import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"

export const authConfig = () =>
  withBink({
    providers: [Bink],
    // Failed and declined sign-ins return to the start page with `?error=`.
    pages: { signIn: "/", error: "/" },
  })
