import type { ExpressAuthConfig } from "@auth/express"
import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"

export const authConfig: ExpressAuthConfig = withBink({
  providers: [Bink],
  // Whoever declines, or cannot be signed in, comes back to the start page with a word for why in `?error=`.
  pages: { signIn: "/", error: "/" },
})
