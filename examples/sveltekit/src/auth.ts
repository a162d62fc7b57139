import { SvelteKitAuth } from "@auth/sveltekit"
import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"

export const { handle, signIn, signOut } = SvelteKitAuth(
  withBink({
    providers: [Bink],
    // Failed and declined sign-ins return to the start page with `?error=`.
    pages: { signIn: "/", error: "/" },
    // Required outside `vite dev`. The server or its reverse proxy must set the Host header itself.
    trustHost: true,
  }),
)
