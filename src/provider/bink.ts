import { LOGO_COLOR, logoDataUrl } from "../brand/logo.js"
import type { Check } from "../oauth/client.js"
import { hasCredentials, missingCredentials, warnOfMissingCredentials } from "../oauth/credentials.js"
import { endpointUrl } from "../oauth/endpoints.js"
import type { Tokens } from "../oauth/tokens.js"
import { fetchProfile } from "../oauth/user-endpoint.js"
import type { BinkProfile } from "../profile/profile.js"
import { conformTokens, limitedFetch, withCustomFetch } from "./auth-js-5.js"
import { markAsBink } from "./mark.js"
import { exchangeCallback, type TokenRequestContext } from "./next-auth-4.js"
import type { BinkOptions, BinkUser, WithCustomFetch } from "./options.js"
import { authorizationEndpoint, endpoint, readSettings, withoutEmpty } from "./settings.js"

/** Accepted by v4 and v5, which declare these properties differently. */
// biome-ignore lint/suspicious/noExplicitAny: no narrower type satisfies both versions
type AnyVersion = any

/** The provider that {@link Bink} returns. Auth.js 5 and NextAuth 4 both accept it. */
export interface BinkConfig {
  id: string
  clientId?: string
  clientSecret?: string
  name: string
  type: "oauth"
  issuer: string
  authorization: { url?: string; params: Record<string, unknown> }
  token: { url: string; conform(response: Response): AnyVersion; request(context: AnyVersion): AnyVersion }
  userinfo: { url: string; request(context: AnyVersion): AnyVersion }
  /** Returns a {@link BinkUser}. The app may declare a `User` with more required fields. */
  profile(profile: AnyVersion): AnyVersion
  checks: Check[]
  client: { token_endpoint_auth_method: "client_secret_post" }
  style: { logo: string; brandColor: string; bg: string; text: string }
  options: AnyVersion
}

/** The context of `userinfo.request`, as far as both versions pass it. */
interface UserinfoContext {
  tokens: Pick<Tokens, "access_token">
  provider?: Pick<BinkConfig, "userinfo">
}

/**
 * Adds Bink login to your app.
 *
 * ### Setup
 *
 * #### Callback URL
 * ```
 * https://example.com/api/auth/callback/bink
 * ```
 *
 * #### Configuration
 * ```ts
 * import NextAuth from "next-auth"
 * import Bink, { withBink } from "authjs-bink"
 *
 * export const { handlers, auth, signIn, signOut } = NextAuth(withBink({ providers: [Bink] }))
 * ```
 *
 * Set `AUTH_BINK_ID` and `AUTH_BINK_SECRET` to the client id and client secret that Bink issued to your app, or pass
 * them as `clientId` and `clientSecret`. In NextAuth 4, call the provider: `providers: [Bink()]`.
 *
 * ### Resources
 *
 * - [Bink](https://bink.link)
 * - Client id and client secret: write to dev@binatomy.com with your app's name, a description and its callback URL
 *
 * ### Notes
 *
 * - Callbacks are checked with PKCE and `state`. If a Bink server does not return `state`, set `checks: ["pkce"]`.
 * - Bink does not state whether an email address is verified, so accounts are not linked by email.
 * - Requests to Bink time out after 10 seconds (`timeout`) and read at most 1 MiB.
 *
 * @param options Options of an OAuth provider of Auth.js, `baseUrl` and `timeout`.
 * @returns A provider for the `providers` of Auth.js 5, `@auth/core` or NextAuth 4.
 * @throws BinkError `invalid_base_url`, `invalid_option`. Missing client credentials log a warning here, because
 *   Auth.js may still add them from its environment. They are a `missing_credentials` error at sign-in.
 */
export default function Bink(options?: BinkOptions | WithCustomFetch): BinkConfig {
  const settings = readSettings(options)
  const { baseUrl, issuer, credentials, authorization, token, userinfo, omitEmail, checks, rest } = settings

  let hasWarned = false
  function warnOnce(): void {
    if (!hasWarned) warnOfMissingCredentials()
    hasWarned = true
  }

  const config: BinkConfig = {
    id: "bink",
    name: "Bink",
    type: "oauth",
    ...withoutEmpty(credentials),
    issuer,
    // A getter, because Auth.js 5 may add the client id to this object after it was created.
    get authorization() {
      const { url, ...others } = authorizationEndpoint(endpointUrl("authorize", baseUrl), authorization)
      if (hasCredentials(config)) return { url, ...others }
      // Without a URL, Auth.js fails instead of sending the user to Bink without a client id.
      warnOnce()
      return others
    },
    token: {
      url: endpointUrl("token", baseUrl),
      // Auth.js 5 uses `conform`; NextAuth 4 uses `request`.
      conform: conformTokens,
      request: (context: TokenRequestContext) => exchangeCallback(context, settings),
      ...endpoint(token),
    },
    userinfo: {
      url: endpointUrl("user", baseUrl),
      request: ({ tokens, provider = config }: UserinfoContext) =>
        fetchProfile(String(provider.userinfo.url), tokens.access_token, settings),
      ...endpoint(userinfo),
    },
    profile({ id, name, username, email, avatar }: BinkProfile): BinkUser {
      return { id, name: name ?? username, email: omitEmail ? null : email, image: avatar }
    },
    checks,
    client: { token_endpoint_auth_method: "client_secret_post" },
    style: { logo: logoDataUrl(), brandColor: LOGO_COLOR, bg: "#fff", text: "#18181b" },
    options: withCustomFetch(rest, async (url, init) => {
      if (!hasCredentials(config)) throw missingCredentials()
      return limitedFetch(settings)(url, init)
    }),
  }
  // Auth.js 5 calls an uncalled provider with `{}` to read its id, and again with the values of its environment.
  const isIdRequest = options !== undefined && Object.keys(options).length === 0
  if (!hasCredentials(config) && !isIdRequest) warnOnce()
  return markAsBink(config)
}

markAsBink(Bink)
