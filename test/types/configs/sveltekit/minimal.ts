import { SvelteKitAuth } from "@auth/sveltekit"
import Bink, { withBink } from "authjs-bink"

export const { handle, signIn, signOut } = SvelteKitAuth(withBink({ providers: [Bink] }))
