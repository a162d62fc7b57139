import { BinkError } from "../errors.js"
import type { BinkProfile } from "../profile/profile.js"
import { parseWebUrl } from "../profile/web-url.js"
import { type Callback, invalidCallback, readCallback } from "./callback.js"
import { requireCredentials } from "./credentials.js"
import { ENDPOINT_PATHS } from "./endpoints.js"
import { CODE_VERIFIER, codeChallengeOf } from "./random.js"
import { readClientSettings } from "./settings.js"
import { exchangeCode, type Tokens } from "./tokens.js"
import { requestProfile } from "./user-endpoint.js"

/** A check of the callback. `"none"` turns the checks off. */
export type Check = "pkce" | "state" | "none"

/** Options of {@link createBinkClient}. */
export interface BinkOAuthClientOptions {
  /** Callback URL of the app, exactly as registered with Bink: an absolute http(s) URL without a fragment. */
  redirectUri: string
  /** Client id that Bink issued to the app. @default AUTH_BINK_ID */
  clientId?: string | undefined
  /** Client secret that Bink issued to the app. @default AUTH_BINK_SECRET */
  clientSecret?: string | undefined
  /** Base URL of Bink, and the expected `iss` of a callback that has one. @default AUTH_BINK_ISSUER, or "https://bink.link" */
  baseUrl?: string | undefined
  /** Milliseconds for each request to Bink, response body included. @default 10_000 */
  timeout?: number | undefined
  /** Sends the requests, for a proxy or a test. @default globalThis.fetch */
  fetch?: typeof fetch | undefined
  /** Checks of the callback. Replaces the default entirely. @default ["pkce", "state"] */
  checks?: Check | readonly Check[] | undefined
}

/** Parameters of an authorization request. */
export interface AuthorizationParameters {
  /** A new value of {@link generateState}. Required by the check `"state"`. */
  state?: string | undefined
  /** A new value of {@link generateCodeVerifier}. Required by the check `"pkce"`. */
  codeVerifier?: string | undefined
  /** Id, username or email address of the expected user. Bink does not document it; the emulator uses it. */
  loginHint?: string | undefined
}

/** The values that the app kept in a cookie since the authorization request. */
export interface CallbackChecks {
  /** `state` of the authorization request. Without it, because the cookie is gone, the callback is refused. */
  state?: string | null | undefined
  /** `codeVerifier` of the authorization request. Without it, the callback is refused. */
  codeVerifier?: string | null | undefined
}

/** The result of a sign-in. */
export interface BinkSignIn {
  /** The user. `profile.id` identifies the user permanently. */
  profile: BinkProfile
  /** Tokens of the user. Keep them on the server. */
  tokens: Tokens
}

/** The client that {@link createBinkClient} returns. */
export interface BinkOAuthClient {
  /**
   * Returns the URL to redirect the user to.
   *
   * @throws {@link BinkError} `missing_credentials`, `invalid_option` for a missing or weak `state` or `codeVerifier`
   * @see RFC 6749 §4.1.1, RFC 7636 §4.3
   */
  createAuthorizationUrl(parameters: AuthorizationParameters): Promise<URL>
  /**
   * Checks the callback, exchanges its code and returns the user's profile and tokens.
   *
   * @param callback The requested URL, with or without its origin, its query, or the request.
   * @param checks The values that the app kept in a cookie. Delete the cookie, whatever the result.
   * @throws {@link BinkError} `access_denied` if the user declined. `missing_state` and `invalid_callback` for a callback
   *   that does not belong to a sign-in of this browser. `token_refused`, `missing_credentials`, and the codes of
   *   `getBinkUser`. No error contains a token, a secret or a code.
   * @see RFC 6749 §4.1.2–4.1.4, RFC 9207 §2.4
   */
  exchangeCallback(callback: Callback, checks: CallbackChecks): Promise<BinkSignIn>
}

/**
 * Creates an OAuth client for Sign in with Bink, for apps without Auth.js or Better Auth. It runs on every server
 * runtime with `fetch` and Web Crypto.
 *
 * Requests time out, read at most 1 MiB and follow no redirects. Keep `state` and `codeVerifier` in an `httpOnly` cookie
 * between the two calls.
 *
 * @param options The app's callback URL and credentials.
 * @returns The client. Missing credentials are an error of its functions, because a build may not have them.
 * @throws {@link BinkError} `invalid_option`, `invalid_base_url`
 *
 * @example
 * import { createBinkClient, generateCodeVerifier, generateState } from "authjs-bink/oauth"
 *
 * const bink = createBinkClient({ redirectUri: "http://localhost:3000/callback" })
 *
 * const state = generateState()
 * const codeVerifier = generateCodeVerifier()
 * const url = await bink.createAuthorizationUrl({ state, codeVerifier })
 *
 * const { profile } = await bink.exchangeCallback(request.url, { state, codeVerifier })
 *
 * @see RFC 6749 §4.1, RFC 7636, RFC 9700
 */
export function createBinkClient(options: BinkOAuthClientOptions): BinkOAuthClient {
  const { redirectUri } = options
  const settings = readClientSettings(options)
  const { baseUrl, credentials } = settings
  // Never normalized: Bink compares it character by character.
  if (!parseWebUrl(redirectUri) || redirectUri.includes("#")) {
    throw invalidOption("redirectUri", "it must be an absolute http(s) URL without a fragment")
  }
  const checks = String(options.checks ?? "pkce,state")
  if (!/^(pkce|state|none|,)+$/.test(checks)) {
    throw invalidOption("checks", 'it must be "pkce", "state", both or "none"')
  }
  const usesState = checks.includes("state")
  const usesPkce = checks.includes("pkce")

  return {
    async createAuthorizationUrl({ state, codeVerifier, loginHint }) {
      const { clientId } = requireCredentials(credentials)
      if (usesState && !state) throw invalidOption("state", "use generateState()")
      if (usesPkce && !CODE_VERIFIER.test(codeVerifier ?? "")) {
        throw invalidOption("codeVerifier", "use generateCodeVerifier()")
      }
      const params = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        ...(usesState && { state: state as string }),
        ...(usesPkce && {
          code_challenge: await codeChallengeOf(codeVerifier as string),
          code_challenge_method: "S256",
        }),
        ...(loginHint && { login_hint: loginHint }),
      })
      return new URL(`${baseUrl}${ENDPOINT_PATHS.authorize}?${params}`)
    },

    async exchangeCallback(callback, { state, codeVerifier }) {
      const code = readCallback(callback, baseUrl, usesState && (state ?? ""))
      if (usesPkce && !codeVerifier) throw invalidCallback()
      const tokens = await exchangeCode(settings, {
        code,
        redirect_uri: redirectUri,
        code_verifier: (usesPkce && codeVerifier) || undefined,
      })
      return { profile: await requestProfile(settings, tokens.access_token), tokens }
    },
  }
}

function invalidOption(name: string, fix: string): BinkError {
  return new BinkError("invalid_option", `Invalid ${name}: ${fix}.`)
}
