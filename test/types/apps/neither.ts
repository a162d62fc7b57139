import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"

export const config = withBink({ providers: [Bink] })
