import { BinkError } from "../errors.js"

/**
 * The prefix of every personal access token. Personal access tokens are for their owner's scripts. An app never
 * requests one from its users, and a browser page never contains one.
 *
 * @see Bink's developer page, "Personal Access Tokens"
 */
export const PERSONAL_ACCESS_TOKEN_PREFIX = "bink_"

/** Returns `true` if a bearer token is a personal access token and not an OAuth access token. */
export function isPersonalAccessToken(token: string): boolean {
  return token.startsWith(PERSONAL_ACCESS_TOKEN_PREFIX)
}

/**
 * Returns `true` if a value can be sent in an `Authorization: Bearer` header: visible ASCII characters only. A line
 * break would end the header early.
 *
 * @see RFC 6750 §2.1
 */
export function isBearerToken(value: unknown): value is string {
  return typeof value === "string" && /^[!-~]+$/.test(value)
}

/**
 * Throws if a token cannot be sent, or must not be sent from a browser page.
 *
 * @throws BinkError `invalid_token`. The message does not contain the token.
 */
export function assertSendable(token: unknown): asserts token is string {
  if (!isBearerToken(token)) {
    throw new BinkError(
      "invalid_token",
      "Invalid token: it must consist of visible ASCII characters, without spaces. Copy the whole token again.",
    )
  }
  // Web workers, edge runtimes and Node.js have no document.
  if (isPersonalAccessToken(token) && typeof window !== "undefined" && typeof document !== "undefined") {
    throw new BinkError(
      "invalid_token",
      "A personal access token (bink_…) was used in a browser page, where every visitor can read it. Use it on a server only.",
    )
  }
}
