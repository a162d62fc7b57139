import { SvelteKitAuth } from "@auth/sveltekit"
import GitHub from "@auth/sveltekit/providers/github"
import Bink, { withBink } from "authjs-bink"

export const { handle } = SvelteKitAuth(async ({ platform, url }) =>
  withBink({
    providers: [Bink, GitHub],
    trustHost: platform !== undefined || url.hostname === "localhost",
    session: { maxAge: 600 },
  }),
)
