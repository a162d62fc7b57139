import { BinkError } from "../errors.js"
import { endpointUrl } from "../protocol/endpoints.js"
import { type BinkProfile, parseProfile } from "../protocol/profile.js"
import { assertSendable } from "./bearer-token.js"
import { parseTimeout, withDeadline } from "./deadline.js"
import { refusal } from "./refusal.js"
import { readJson, send } from "./response.js"

/** How a request to Bink is made. */
export interface RequestOptions {
  /** Milliseconds for the whole request, body included. @default 10_000 */
  timeout?: number | undefined
  /** Gives the request up when it aborts. */
  signal?: AbortSignal | undefined
  /** Sends the request, for a proxy or a test. @default globalThis.fetch */
  fetch?: typeof fetch | undefined
}

export interface GetBinkUserOptions extends RequestOptions {
  /** Where Bink lives. @default "https://bink.link" */
  baseUrl?: string | undefined
}

/**
 * Asks Bink who a token belongs to: an access token from a sign-in, or a personal access token (`bink_…`), which it
 * refuses to use in a browser page.
 *
 * Redirects are never followed, so that the token goes to no other server, and at most 1 MiB is read.
 *
 * @throws {@link BinkError} `unauthorized` (401, 403), `rate_limited` (429) and `server_error` (5xx), the latter two
 *   with `retryAfter` in seconds where Bink named a time; `invalid_response` for any other status but 200 and for a
 *   body that is no profile; `timeout`, `aborted`, `network_error`; `invalid_token`, `invalid_base_url` and
 *   `invalid_option` before anything is sent. None of them carries the token.
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
  return requestProfile(endpointUrl("user", baseUrl), token, options)
}

/** {@link getBinkUser}, for a user endpoint at any address. */
export async function requestProfile(
  url: string,
  token: string,
  { timeout, signal, fetch: request = globalThis.fetch }: RequestOptions = {},
): Promise<BinkProfile> {
  assertSendable(token)
  return withDeadline({ timeout: parseTimeout(timeout), signal }, async (signal) => {
    const headers = { accept: "application/json", authorization: `Bearer ${token}` }
    const response = await send(request, url, { headers, signal })
    if (response.status !== 200) throw refusal(response)

    const profile = parseProfile(await readJson(response))
    if (profile) return profile
    throw new BinkError(
      "invalid_response",
      "Bink's answer names no person: it has no usable id. Signing anyone in on it would sign in nobody.",
      { status: response.status },
    )
  })
}
