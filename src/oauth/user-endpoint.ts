import { type BinkProfile, parseProfile } from "../profile/profile.js"
import { assertSendable } from "./access-token.js"
import { ENDPOINT_PATHS } from "./endpoints.js"
import { httpError, invalidResponse, readJson, send } from "./http.js"
import type { ClientSettings } from "./settings.js"
import { parseTimeout, withTimeout } from "./timeout.js"

/** Options of a request to Bink. */
export interface RequestOptions {
  /** Milliseconds for the whole request, response body included. @default 10_000 */
  timeout?: number | undefined
  /** Aborts the request. */
  signal?: AbortSignal | undefined
  /** Sends the request, for a proxy or a test. @default globalThis.fetch */
  fetch?: typeof fetch | undefined
}

/**
 * Requests the profile of the user a token belongs to.
 *
 * @param url The full URL of the user endpoint.
 * @throws BinkError the codes of `getBinkUser`.
 * @see RFC 6750 §2.1
 */
export async function fetchProfile(
  url: string,
  token: string,
  { timeout, signal, fetch = globalThis.fetch }: RequestOptions = {},
): Promise<BinkProfile> {
  assertSendable(token)
  return readProfile(url, token, { timeout: parseTimeout(timeout), signal, fetch })
}

/** Like {@link fetchProfile}, with checked settings, for a token that Bink has just issued. */
export function requestProfile(settings: ClientSettings, token: string): Promise<BinkProfile> {
  return readProfile(settings.baseUrl + ENDPOINT_PATHS.user, token, settings)
}

function readProfile(
  url: string,
  token: string,
  limits: { timeout: number; signal?: AbortSignal | undefined; fetch: typeof fetch },
): Promise<BinkProfile> {
  return withTimeout(limits, async (signal) => {
    const headers = { accept: "application/json", authorization: `Bearer ${token}` }
    const response = await send(limits.fetch, url, { headers, signal })
    if (response.status !== 200) throw httpError(response)

    const profile = parseProfile(await readJson(response))
    if (profile) return profile
    throw invalidResponse("Bink's response is not a profile with an id", response)
  })
}
