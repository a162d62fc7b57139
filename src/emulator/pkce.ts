/** RFC 7636 §4.1. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/

/** Whether a verifier is what an S256 challenge was made from (RFC 7636 §4.6). */
export async function isS256Match(verifier: string, challenge: string): Promise<boolean> {
  if (!VERIFIER.test(verifier)) return false
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=$/, "") === challenge
}
