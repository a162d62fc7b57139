import { BinkError } from "../errors.js"
import { isPersonalAccessToken } from "../protocol/personal-access-token.js"

/**
 * Whether a value can go into an `Authorization: Bearer` header: visible ASCII, so that no line break can end the
 * header early, and nothing is re-encoded on the way.
 *
 * @see RFC 6750 §2.1
 */
export function isBearerToken(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value)
}

/**
 * Lets through a token that can be sent from here.
 *
 * @throws BinkError `invalid_token`, without the token, before a header is made of it.
 */
export function assertSendable(token: unknown): asserts token is string {
  if (!isBearerToken(token)) {
    throw new BinkError(
      "invalid_token",
      "The token is not one that can be sent: it has to be a text of visible ASCII characters, without spaces or line breaks. " +
        "Check that it was copied whole, and alone.",
    )
  }
  // Web workers, edge runtimes and Node have no document.
  if (isPersonalAccessToken(token) && typeof window !== "undefined" && typeof document !== "undefined") {
    throw new BinkError(
      "invalid_token",
      "A personal access token (bink_…) was used in a browser page. Whoever opens the page could read it and act as its owner. " +
        "Use it on a server only, and revoke it if it was ever part of a page.",
    )
  }
}
