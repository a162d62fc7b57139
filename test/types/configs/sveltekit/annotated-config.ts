import { SvelteKitAuth, type SvelteKitAuthConfig } from "@auth/sveltekit"
import Bink, { withBink } from "authjs-bink"

const config: SvelteKitAuthConfig = withBink({
  providers: [Bink],
  callbacks: {
    jwt({ token, user }) {
      if (user) token.id = user.id
      return token
    },
  },
  events: { signOut() {} },
})
export const { handle } = SvelteKitAuth(config)
// @ts-expect-error unknown strategy
SvelteKitAuth(withBink({ providers: [Bink], session: { strategy: "cookie" } }))
