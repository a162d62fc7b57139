import { Auth } from "@auth/core"
import GitHub from "@auth/core/providers/github"
import Bink, { withBink } from "authjs-bink"

export const handle = (request: Request) =>
  Auth(
    request,
    withBink({
      providers: [Bink, GitHub],
      session: { maxAge: 600 },
      callbacks: {
        redirect: ({ url, baseUrl }) => (url.startsWith("/") ? `${baseUrl}${url}` : baseUrl),
        jwt({ token, user }) {
          return user ? { ...token, id: user.id, level: token.bink?.verificationLevel } : token
        },
      },
      events: { signOut() {} },
    }),
  )
