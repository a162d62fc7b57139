import type { Check } from "../oauth/client.js"
import type { BinkProfile } from "../profile/profile.js"

type Awaitable<T> = T | Promise<T>

/** An endpoint, as Auth.js accepts it: a URL, or an object. */
export type EndpointOption =
  | string
  | {
      /** URL of the endpoint. */
      url?: string | undefined
      /** Query parameters of the authorization request. */
      params?: Record<string, unknown> | undefined
      /** Replaces the request. */
      // biome-ignore lint/suspicious/noExplicitAny: v4 and v5 pass different contexts
      request?: (context: any) => any
      /** Auth.js 5, token endpoint: replaces the response. */
      conform?: (response: Response) => Awaitable<Response | undefined>
    }

/** The user that {@link Bink} returns by default: the fields that every adapter's default schema has. */
export interface BinkUser {
  /** Bink's id of the user. */
  id: string
  /** Bink's `name`, or the `username`. */
  name: string | null
  /** Bink does not state whether the address is verified. */
  email: string | null
  /** Bink's `avatar`. */
  image: string | null
}

/**
 * Options of {@link Bink}: those of an OAuth provider of Auth.js, plus `baseUrl` and `timeout`.
 *
 * Declared here and not derived from Auth.js, so that one type works with v4 and v5.
 */
export interface BinkOptions {
  /** Client id that Bink issued to the app. @default AUTH_BINK_ID */
  clientId?: string | undefined
  /** Client secret that Bink issued to the app. @default AUTH_BINK_SECRET */
  clientSecret?: string | undefined
  /** Base URL of Bink. @default AUTH_BINK_ISSUER, or "https://bink.link" */
  baseUrl?: string | undefined
  /** Milliseconds for each request to Bink, response body included. @default 10_000 */
  timeout?: number | undefined
  /** Id of the provider, and the last segment of its callback URL. @default "bink" */
  id?: string | undefined
  /** Name on the sign-in page of Auth.js. @default "Bink" */
  name?: string | undefined
  /** Expected `iss` of a callback that has one (RFC 9207). @default the base URL */
  issuer?: string | undefined
  /** Overrides the authorization endpoint, or adds parameters. */
  authorization?: EndpointOption | undefined
  /** Overrides the token endpoint. */
  token?: EndpointOption | undefined
  /** Overrides the user endpoint. */
  userinfo?: EndpointOption | undefined
  /** Maps Bink's profile to the app's user. @default {@link BinkUser} */
  // biome-ignore lint/suspicious/noExplicitAny: the app declares its own user and token types
  profile?: ((profile: BinkProfile, tokens: any) => Awaitable<any>) | undefined
  /** Auth.js 5: selects the token fields to store in the account. */
  // biome-ignore lint/suspicious/noExplicitAny: the app declares its own token type
  account?: ((tokens: any) => any) | undefined
  /**
   * Leaves the email address out of the user. Set it if your app also has magic links or links accounts by email: Bink
   * does not state whether addresses are verified. Has no effect on your own `profile`. @default false
   */
  omitEmail?: boolean | undefined
  /**
   * Checks of the callback. Replaces the default entirely, except with `"nonce"`: it needs an ID token, which Bink does not
   * document. @default ["pkce", "state"]
   */
  checks?: Check | "nonce" | readonly (Check | "nonce")[] | undefined
  /** Client authentication at the token endpoint. @default { token_endpoint_auth_method: "client_secret_post" } */
  client?: Record<string, unknown> | undefined
  /** Logo and colours of the button on the sign-in page of Auth.js. */
  style?:
    | Partial<Record<"logo" | "logoDark" | "bg" | "bgDark" | "text" | "textDark" | "brandColor", string>>
    | undefined
  /** Links accounts by email alone. Keep it off: Bink does not state whether addresses are verified. @default false */
  allowDangerousEmailAccountLinking?: boolean | undefined
  /** Auth.js 5: callback URL of the stable deployment that preview deployments sign in through. */
  redirectProxyUrl?: string | undefined
  /** NextAuth 4: HTTP options of openid-client. Only used if `client` sets another authentication method. */
  httpOptions?: Record<string, unknown> | undefined
}

/** Auth.js 5: {@link BinkOptions} with `[customFetch]`, which is then called within `timeout`. */
export type WithCustomFetch = BinkOptions & { [customFetch: symbol]: unknown }
