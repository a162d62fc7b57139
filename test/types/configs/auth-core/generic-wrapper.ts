import { Auth, type AuthConfig } from "@auth/core"
import Bink, { withBink } from "authjs-bink"

export const createAuth =
  <Config extends Omit<AuthConfig, "raw">>(config: Config) =>
  (request: Request): Promise<Response> =>
    Auth(request, withBink(config))
export const auth = createAuth({ providers: [Bink], callbacks: { session: ({ session }) => session } })
