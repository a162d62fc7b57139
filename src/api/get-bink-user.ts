import { endpointUrl } from "../oauth/endpoints.js"
import { fetchProfile, type RequestOptions } from "../oauth/user-endpoint.js"
import type { BinkProfile } from "../profile/profile.js"

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
