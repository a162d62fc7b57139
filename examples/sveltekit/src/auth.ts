import { SvelteKitAuth } from "@auth/sveltekit"
import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"

export const { handle, signIn, signOut } = SvelteKitAuth(
  withBink({
    providers: [Bink],
    // Whoever declines, or cannot be signed in, comes back to the start page with a word for why in `?error=`.
    pages: { signIn: "/", error: "/" },
    // Needed outside of `vite dev`. The server, or the proxy before it, has to see to it that the host is the true one.
    trustHost: true,
  }),
)
