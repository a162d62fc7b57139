import { BinkError } from "../errors.js"
import { assertSendable } from "../oauth/access-token.js"
import { endpointUrl } from "../oauth/endpoints.js"
import { httpError, readJson, send } from "../oauth/http.js"
import { parseTimeout, withTimeout } from "../oauth/timeout.js"
import { type BinkProfile, parseProfile } from "../profile/profile.js"

/** Options of a request to Bink. */
export interface RequestOptions {
  /** Milliseconds for the whole request, response body included. @default 10_000 */
  timeout?: number | undefined
  /** Aborts the request. */
  signal?: AbortSignal | undefined
  /** Sends the request, for a proxy or a test. @default globalThis.fetch */
  fetch?: typeof fetch | undefined
}

/** Options of {@link getBinkUser}. */
export interface GetBinkUserOptions extends RequestOptions {
  /** Base URL of Bink. @default "https://bink.link" */
  baseUrl?: string | undefined
}

/**
 * Returns the profile of the user a token belongs to.
 *
 * Redirects are not followed, so that the token is sent to no other server. At most 1 MiB of the response is read.
 *
 * @param token An OAuth access token, or a personal access token (`bink_…`). A personal access token is rejected in a
 *   browser page.
 * @param options Base URL, timeout, signal and `fetch`.
 * @throws {@link BinkError} `unauthorized` (HTTP 401, 403), `rate_limited` (429), `server_error` (5xx),
 *   `invalid_response` (any other status than 200, or a body that is not a profile), `timeout`, `aborted` and
 *   `network_error`. Before the request: `invalid_token`, `invalid_base_url` and `invalid_option`. `rate_limited` and
 *   `server_error` have `retryAfter` in seconds if Bink sent it. No error contains the token.
 *
 * @example
 * import { getBinkUser } from "authjs-bink/api"
 *
 * const user = await getBinkUser("bink_your_token_here")
 * console.log(`Hello, ${user.username}!`)
 *
 * @see RFC 6750 §2.1
 */
export async function getBinkUser(
  token: string,
  { baseUrl, ...options }: GetBinkUserOptions = {},
): Promise<BinkProfile> {
  return fetchProfile(endpointUrl("user", baseUrl), token, options)
}

/** Like {@link getBinkUser}, with the full URL of the user endpoint. */
export async function fetchProfile(
  url: string,
  token: string,
  { timeout, signal, fetch: request = globalThis.fetch }: RequestOptions = {},
): Promise<BinkProfile> {
  assertSendable(token)
  return withTimeout({ timeout: parseTimeout(timeout), signal }, async (signal) => {
    const headers = { accept: "application/json", authorization: `Bearer ${token}` }
    const response = await send(request, url, { headers, signal })
    if (response.status !== 200) throw httpError(response)

    const profile = parseProfile(await readJson(response))
    if (profile) return profile
    throw new BinkError(
      "invalid_response",
      "Bink's response is not a profile: it has no usable id. Check the base URL (baseUrl or AUTH_BINK_ISSUER).",
      { status: response.status },
    )
  })
}
