import { Auth, type AuthConfig } from "@auth/core"
import type { Adapter } from "@auth/core/adapters"
import Bink, { withBink } from "authjs-bink"

interface Env {
  AUTH_SECRET: string
  BINK_ID: string
  BINK_SECRET: string
}
declare function createAdapter(env: Env): Adapter
const configOf = (env: Env): Omit<AuthConfig, "raw"> =>
  withBink(
    {
      adapter: createAdapter(env),
      providers: [Bink({ clientId: env.BINK_ID, clientSecret: env.BINK_SECRET })],
      secret: env.AUTH_SECRET,
    },
    { persist: true },
  )
export default { fetch: (request: Request, env: Env) => Auth(request, configOf(env)) }
