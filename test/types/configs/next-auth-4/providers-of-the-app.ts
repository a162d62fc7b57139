import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"
import type { OAuthConfig } from "next-auth/providers/oauth"

const sso: OAuthConfig<{ sub: string }> = {
  id: "sso",
  name: "SSO",
  type: "oauth",
  wellKnown: "https://sso.example/.well-known/openid-configuration",
  profile: ({ sub }) => ({ id: sub }),
}
export default NextAuth(withBink({ providers: [Bink(), sso, { ...sso, id: "sso-2" }] }))
