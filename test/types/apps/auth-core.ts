import { Auth, type AuthConfig } from "@auth/core"
import type { JWT } from "@auth/core/jwt"
import type { Session } from "@auth/core/types"
import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
export const config: AuthConfig = withBink({
  providers: [Bink],
  callbacks: {
    jwt({ token }) {
      token.bink?.plan
      return token
    },
  },
})
export const r = Auth(new Request("http://x"), withBink({ providers: [Bink()], secret: "x" }))
declare const session: Session
export const level: 0 | 1 | 2 | undefined = session.user?.bink?.verificationLevel
declare const t: JWT
export const plan: "FREE" | "VERIFIED" | "BUSINESS" | undefined = t.bink?.plan
