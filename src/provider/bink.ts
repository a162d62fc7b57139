import { requestProfile } from "../api/get-bink-user.js"
import { endpointUrl } from "../protocol/endpoints.js"
import { markAsBink } from "../protocol/mark.js"
import type { BinkProfile } from "../protocol/profile.js"
import {
  type Credentials,
  hasCredentials,
  missingCredentials,
  warnOfMissingCredentials,
} from "./credentials.js"
import { withFetch } from "./custom-fetch.js"
import { authorizationEndpoint, endpoint } from "./endpoints.js"
import { LOGO, LOGO_COLOR } from "./logo.js"
import type { BinkOptions, BinkUser, Check, WithCustomFetch } from "./options.js"
import { readSettings } from "./settings.js"
import { boundedFetch, requestTokens, type TokenContext } from "./token-request.js"
import { readTokens, type Tokens } from "./tokens.js"

/** What v4 and v5 both have to take, and type each in its own way. */
// biome-ignore lint/suspicious/noExplicitAny: nothing narrower satisfies both
type Loose = any

/** What {@link Bink} gives: a provider that Auth.js 5 and NextAuth 4 both take. */
export interface BinkConfig extends Credentials {
  id: string
  name: string
  type: "oauth"
  issuer: string
  authorization: { url?: string; params: Record<string, unknown> }
  token: { url: string; conform(response: Response): Loose; request(context: Loose): Loose }
  userinfo: { url: string; request(context: Loose): Loose }
  profile(profile: Loose): BinkUser
  checks: Check[]
  client: { token_endpoint_auth_method: "client_secret_post" }
  style: { logo: string; brandColor: string; bg: string; text: string }
  options: Loose
}

/** What both versions hand to the profile request. */
interface UserContext {
  tokens: Pick<Tokens, "access_token">
  provider?: Pick<BinkConfig, "userinfo">
}

/**
 * Add Bink login to your page.
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
 * Set `AUTH_BINK_ID` and `AUTH_BINK_SECRET` to what Bink gave your app, or pass them as `clientId` and
 * `clientSecret`. In NextAuth 4, call it: `providers: [Bink()]`.
 *
 * ### Resources
 *
 * - [Bink](https://bink.link)
 * - Client id and secret: write to dev@binatomy.com with your app's name, a description and its callback URL
 *
 * ### Notes
 *
 * - The sign-in is protected by PKCE and `state`. Where a Bink does not return the `state`, nobody can sign in until
 *   you set `checks: ["pkce"]`.
 * - Bink does not say whether it has verified an e-mail address, so accounts are not linked by it.
 * - Requests to Bink are given up after 10 seconds, and after 1 MiB: see `timeout`.
 *
 * @param options Auth.js's own options for a provider, `baseUrl` and `timeout`.
 * @throws BinkError `invalid_base_url`, `invalid_option`. A missing client id or secret is a warning here, since it
 *   may still come from Auth.js's environment, and an error at sign-in.
 */
export default function Bink(options?: BinkOptions | WithCustomFetch): BinkConfig {
  const { baseUrl, issuer, credentials, others, ...bounds } = readSettings(options)
  const { authorization, token, userinfo, checks }: BinkOptions = options ?? {}

  let hasWarned = false
  function warnOnce(): void {
    if (!hasWarned) warnOfMissingCredentials()
    hasWarned = true
  }

  const config: BinkConfig = {
    id: "bink",
    name: "Bink",
    type: "oauth",
    ...credentials,
    issuer,
    // Read when Auth.js reads it, since its environment may have added the client id by then.
    get authorization() {
      const { url, ...rest } = authorizationEndpoint(endpointUrl("authorize", baseUrl), authorization)
      if (hasCredentials(config)) return { url, ...rest }
      warnOnce()
      return rest
    },
    token: {
      url: endpointUrl("token", baseUrl),
      // Auth.js 5 calls the one and never the other, NextAuth 4 the other and never the one.
      conform: async (response: Response) => Response.json(await readTokens(response)),
      request: (context: TokenContext) => requestTokens(context, bounds),
      ...endpoint(token),
    },
    userinfo: {
      url: endpointUrl("user", baseUrl),
      request: ({ tokens, provider = config }: UserContext) =>
        requestProfile(String(provider.userinfo.url), tokens.access_token, bounds),
      ...endpoint(userinfo),
    },
    profile({ id, name, username, email, avatar }: BinkProfile) {
      return { id, name: name ?? username, email, image: avatar }
    },
    checks: checks ? [checks].flat() : ["pkce", "state"],
    client: { token_endpoint_auth_method: "client_secret_post" },
    style: { logo: LOGO, brandColor: LOGO_COLOR, bg: "#fff", text: "#18181b" },
    options: withFetch(others, async (url, init) => {
      if (!hasCredentials(config)) throw missingCredentials()
      return boundedFetch(bounds)(url, init)
    }),
  }
  // Auth.js 5 calls an uncalled provider with `{}` to learn its id, and then with what its environment holds. So does
  // `withBink`, for NextAuth 4, which goes on to read the rest.
  const isAskedForId = options !== undefined && Object.keys(options).length === 0
  if (!hasCredentials(config) && !isAskedForId) warnOnce()
  return markAsBink(config)
}

markAsBink(Bink)
