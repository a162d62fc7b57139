import { Auth, type AuthConfig } from "@auth/core"
import type { Provider } from "@auth/core/providers"
import Bink, { withBink } from "authjs-bink"

declare const config: AuthConfig
declare const providers: Provider[]

export const handle = (request: Request) => Auth(request, withBink(config))
export const replaced = (request: Request) => Auth(request, withBink({ ...config, providers }))
export const added = (request: Request) =>
  Auth(request, withBink({ ...config, providers: [...config.providers, Bink] }))
export const satisfied = (request: Request) =>
  Auth(
    request,
    withBink({ providers: [Bink], callbacks: { jwt: ({ token }) => token } } satisfies AuthConfig),
  )
export const result: AuthConfig = withBink({ ...config, providers: [Bink] })
