import { Auth, type AuthConfig } from "@auth/core"
import Bink, { withBink } from "authjs-bink"

export const config: AuthConfig = withBink({ providers: [Bink], secret: "secret", trustHost: true })
export const handle = (request: Request) => Auth(request, config)
export const inline = (request: Request) => Auth(request, withBink({ providers: [Bink], secret: "secret" }))
