import { BinkError } from "../errors.js"
import { parseWebUrl } from "../profile/web-url.js"

/** Default base URL of Bink. */
export const BINK_BASE_URL = "https://bink.link"

/** Paths of Bink's three endpoints, relative to the base URL. */
export const ENDPOINT_PATHS = {
  authorize: "/api/oauth/authorize",
  token: "/api/oauth/token",
  user: "/api/oauth/user",
} as const

/** Name of one of Bink's endpoints. */
export type BinkEndpoint = keyof typeof ENDPOINT_PATHS

/** Lifetime of Bink's access tokens in seconds, for a token response without `expires_in`. @see Bink's developer page */
export const ACCESS_TOKEN_LIFETIME = 3600

/** Returns the URL of an endpoint. `baseUrl` may end in a slash. */
export function endpointUrl(endpoint: BinkEndpoint, baseUrl: string = BINK_BASE_URL): string {
  return parseBaseUrl(baseUrl) + ENDPOINT_PATHS[endpoint]
}

/**
 * Returns a base URL without its trailing slash. In this form it is also the default `issuer`.
 *
 * @throws BinkError `invalid_base_url` unless it is an absolute `http:` or `https:` URL without a query, a fragment or
 *   credentials.
 */
export function parseBaseUrl(baseUrl: string): string {
  const url = parseWebUrl(baseUrl)
  if (!url || url.origin + url.pathname !== url.href) {
    // The URL is not quoted: it may contain credentials.
    throw new BinkError(
      "invalid_base_url",
      "Invalid base URL (baseUrl or AUTH_BINK_ISSUER): it must be an absolute http(s) URL without a fragment, a query or credentials.",
    )
  }
  return (url.origin + url.pathname).replace(/\/+$/, "")
}

/** Returns `true` if a URL is an address of this machine. */
export function isLoopback({ hostname }: Pick<URL, "hostname">): boolean {
  return /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname)
}

/** Returns `true` if what is sent to a URL cannot be read on the network. */
export function isConfidential(url: URL): boolean {
  return url.protocol === "https:" || isLoopback(url)
}
