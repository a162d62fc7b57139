/** Lines that must compile, and lines that must not. `test/provider/types.test.ts` runs the compiler. */
import { Auth, type AuthConfig } from "@auth/core"
import type { OAuthConfig } from "@auth/core/providers"
import Bink, { type BinkConfig, type BinkOptions } from "authjs-bink"
import NextAuth, { customFetch, type NextAuthConfig } from "next-auth"
import type { NextAuthOptions } from "next-auth-4"

export const v5: NextAuthConfig = { providers: [Bink, Bink(), { ...Bink(), name: "Bink ID" }] }
export const v4: NextAuthOptions = { providers: [Bink(), { ...Bink(), name: "Bink ID" }] }
export const core: AuthConfig = { providers: [Bink, Bink()] }
export const config: OAuthConfig<unknown> = Bink()
NextAuth({ providers: [Bink] })
Auth(new Request("https://app.example"), { providers: [Bink()] })

const allOptions: BinkOptions = {
  id: "bink-eu",
  name: "Bink ID",
  clientId: process.env.BINK_ID,
  clientSecret: process.env.BINK_SECRET,
  baseUrl: "https://bink.link",
  issuer: "https://bink.link",
  timeout: 5_000,
  authorization: { params: { prompt: "login" } },
  token: "https://bink.link/api/oauth/token",
  userinfo: { url: "https://bink.link/api/oauth/user" },
  profile: ({ id, username, verificationLevel }) => ({ id, name: username, level: verificationLevel }),
  account: (tokens) => ({ expires_at: tokens.expires_at }),
  checks: ["pkce"],
  client: { token_endpoint_auth_method: "client_secret_post" },
  style: { logo: "/bink.svg" },
  allowDangerousEmailAccountLinking: false,
  redirectProxyUrl: "https://app.example/api/auth",
  httpOptions: { timeout: 5_000 },
}
export const all: BinkConfig = Bink(allOptions)
Bink({ ...allOptions, [customFetch]: fetch })
Bink({ checks: ["pkce", "state"] as const })

interface AppOptions {
  clientId: string
}
export const withAppOptions = (options: AppOptions) => Bink(options)

Bink({ profile: async (profile) => ({ id: profile.id }) })
// @ts-expect-error Bink's profile has no field sub
Bink({ profile: (profile) => ({ id: profile.sub }) })
// @ts-expect-error the option is clientId
Bink({ clientID: "client" })
// @ts-expect-error unknown check
Bink({ checks: ["pcke"] })
// @ts-expect-error timeout is a number of milliseconds
Bink({ timeout: "10s" })
// @ts-expect-error baseUrl is a string
Bink({ baseUrl: new URL("https://bink.link") })
