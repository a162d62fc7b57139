import { BinkError } from "../errors.js"

/** Where Bink lives unless a `baseUrl` says otherwise. */
export const BINK_BASE_URL = "https://bink.link"

/** The three endpoints, as paths under the base URL. */
export const ENDPOINT_PATHS = {
  authorize: "/api/oauth/authorize",
  token: "/api/oauth/token",
  user: "/api/oauth/user",
} as const

/** The name of one of Bink's endpoints. */
export type BinkEndpoint = keyof typeof ENDPOINT_PATHS

/** The address of an endpoint. `baseUrl` may or may not end in a slash. */
export function endpointUrl(endpoint: BinkEndpoint, baseUrl: string = BINK_BASE_URL): string {
  return parseBaseUrl(baseUrl) + ENDPOINT_PATHS[endpoint]
}

/**
 * A base URL without its trailing slash, in which form it is also the `issuer`.
 *
 * @throws BinkError `invalid_base_url` for anything but an absolute `http:` or `https:` address without a query,
 *   a fragment or credentials, since paths could not be put behind it.
 */
export function parseBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const isUsable =
    url &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    !url.search &&
    !url.hash &&
    !url.username &&
    !url.password
  if (!isUsable) {
    // The address itself is not quoted: it may hold credentials.
    throw new BinkError(
      "invalid_base_url",
      "The Bink base URL is not one that paths can be put behind. Sign-in would ask the wrong address. " +
        `Set baseUrl (or AUTH_BINK_ISSUER) to an absolute address such as "${BINK_BASE_URL}", without a query, a fragment or credentials.`,
    )
  }
  return (url.origin + url.pathname).replace(/\/+$/, "")
}
