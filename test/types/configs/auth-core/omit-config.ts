import { Auth, type AuthConfig } from "@auth/core"
import { withBink } from "authjs-bink"

export const auth = (request: Request, config: Omit<AuthConfig, "raw">) => Auth(request, withBink(config))
