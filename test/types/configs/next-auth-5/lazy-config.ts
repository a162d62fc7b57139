import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers, auth } = NextAuth((request) =>
  withBink({
    providers: [Bink],
    session: { maxAge: request?.nextUrl.pathname.startsWith("/admin") ? 600 : 86_400 },
  }),
)
// @ts-expect-error the request has no such field
NextAuth((request) => withBink({ providers: [Bink], basePath: request?.nope }))
