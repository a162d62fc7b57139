/**
 * Returns a new `state` with 256 random bits, for one sign-in.
 *
 * @see RFC 6749 §10.12
 */
export function generateState(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
}

/**
 * Returns a new PKCE code verifier with 256 random bits, for one sign-in.
 *
 * @see RFC 7636 §4.1
 */
export const generateCodeVerifier: () => string = generateState

/** A code verifier (RFC 7636 §4.1). */
export const CODE_VERIFIER = /^[\w.~-]{43,128}$/

/** Returns the S256 code challenge of a code verifier. @see RFC 7636 §4.2 */
export async function codeChallengeOf(codeVerifier: string): Promise<string> {
  return toBase64Url(
    new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier))),
  )
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")
}
