import { Auth } from "@auth/core"
import Bink, { withBink } from "authjs-bink"

declare const request: Request
// @ts-expect-error no providers
withBink({})
// @ts-expect-error a number is not a provider
Auth(request, withBink({ providers: [Bink, 5] }))
// @ts-expect-error unknown strategy
Auth(request, withBink({ providers: [Bink], session: { strategy: "cookie" } }))
// @ts-expect-error the redirect callback returns a string
Auth(request, withBink({ providers: [Bink], callbacks: { redirect: () => 5 } }))
