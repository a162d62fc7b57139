import { DatabaseSync } from "node:sqlite"
import { bink, binkUser } from "authjs-bink/better-auth"
import { betterAuth } from "better-auth"
import { genericOAuth } from "better-auth/plugins"

export const auth = betterAuth({
  database: new DatabaseSync(process.env.DATABASE ?? "app.db"),
  plugins: [genericOAuth({ config: [bink()] }), binkUser()],
  // Failed sign-ins return to the start page, which shows an error message.
  onAPIError: { errorURL: "/" },
})

export type User = typeof auth.$Infer.Session.user
