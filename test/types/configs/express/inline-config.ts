import { ExpressAuth } from "@auth/express"
import Google from "@auth/express/providers/google"
import Bink, { withBink } from "authjs-bink"

export const handler = ExpressAuth(
  withBink({
    providers: [Bink, Google],
    trustHost: true,
    events: { signOut() {} },
    callbacks: { redirect: ({ baseUrl }) => baseUrl },
  }),
)
// @ts-expect-error unknown strategy
ExpressAuth(withBink({ providers: [Bink], session: { strategy: "cookie" } }))
