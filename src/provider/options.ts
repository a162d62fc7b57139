import type { BinkProfile } from "../protocol/profile.js"

type Awaitable<T> = T | Promise<T>

/** An endpoint as Auth.js takes it: an address, or an object with more to say. */
export type EndpointOption =
  | string
  | {
      url?: string | undefined
      params?: Record<string, unknown> | undefined
      // biome-ignore lint/suspicious/noExplicitAny: v4 and v5 hand over different contexts
      request?: (context: any) => any
      /** Auth.js 5, token endpoint only. */
      conform?: (response: Response) => Awaitable<Response | undefined>
    }

/** The protection of the callback. `"none"` switches it off. */
export type Check = "pkce" | "state" | "none"

/** The person as Auth.js and every adapter's default schema know them. */
export interface BinkUser {
  id: string
  name: string | null
  email: string | null
  image: string | null
}

/**
 * What {@link Bink} takes: Auth.js's own options for an OAuth provider, `baseUrl` and `timeout`.
 *
 * Written out instead of taken from Auth.js, so that the types hold for v4 and v5, whichever is installed.
 */
export interface BinkOptions {
  /** The client id that Bink gave the app. @default AUTH_BINK_ID */
  clientId?: string | undefined
  /** The client secret that Bink gave the app. @default AUTH_BINK_SECRET */
  clientSecret?: string | undefined
  /** Where Bink lives. @default AUTH_BINK_ISSUER, else "https://bink.link" */
  baseUrl?: string | undefined
  /** Milliseconds for each request to Bink, body included. @default 10_000 */
  timeout?: number | undefined
  /** The provider's id, part of its callback URL. @default "bink" */
  id?: string | undefined
  /** What the sign-in page of Auth.js calls it. @default "Bink" */
  name?: string | undefined
  /** What `iss` has to be where the callback carries one (RFC 9207). @default the base URL */
  issuer?: string | undefined
  authorization?: EndpointOption | undefined
  token?: EndpointOption | undefined
  userinfo?: EndpointOption | undefined
  /** Makes the user of an app out of Bink's profile. */
  // biome-ignore lint/suspicious/noExplicitAny: an app's user and token types are its own
  profile?: ((profile: BinkProfile, tokens: any) => Awaitable<any>) | undefined
  /** Auth.js 5: picks what is stored of the tokens. */
  // biome-ignore lint/suspicious/noExplicitAny: an app's token type is its own
  account?: ((tokens: any) => any) | undefined
  /** Replaces the default altogether. @default ["pkce", "state"] */
  checks?: Check | readonly Check[] | undefined
  /** How the app shows itself to the token endpoint. @default { token_endpoint_auth_method: "client_secret_post" } */
  client?: Record<string, unknown> | undefined
  /** The button of Auth.js's own sign-in page. */
  style?: Record<string, string> | undefined
  /** Links accounts by e-mail alone. Bink does not say whether it verifies addresses: leave it off. @default false */
  allowDangerousEmailAccountLinking?: boolean | undefined
  /** Auth.js 5: the stable address that preview deployments sign in through. */
  redirectProxyUrl?: string | undefined
  /** NextAuth 4: for openid-client, which asks Bink for tokens only where `client` wants another authentication. */
  httpOptions?: Record<string, unknown> | undefined
}

/** Auth.js 5: options with a `[customFetch]`, which is kept, within `timeout`. */
export type WithCustomFetch = BinkOptions & { [customFetch: symbol]: unknown }
