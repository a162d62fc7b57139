import { readJson } from "../../../oauth/http.js"

/** Milliseconds until a server counts as unreachable. */
const TIMEOUT = 10_000

/** Sends a request without following redirects: their target is a result of the checks. */
export function request(url: string | URL, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT) })
}

/** Reads at most 1 MiB of JSON. Resolves to an empty object for everything else. */
export async function readObject(response: Response): Promise<Record<string, unknown>> {
  const value = await readJson(response).catch(() => undefined)
  return Object(value) as Record<string, unknown>
}

/** Ends a response whose body is not needed. */
export async function discard(response: Response): Promise<Response> {
  await response.body?.cancel()
  return response
}

/** Returns why a request failed, by the code of the platform: `ECONNREFUSED`, `TimeoutError`. */
export function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return cause?.code ?? name ?? "unknown error"
}

/** Returns `true` if the server has a certificate that Node.js does not trust. */
export function isCertificateError(error: unknown): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/.test(reasonOf(error))
}

/** The fix for a self-signed certificate, such as that of `next dev --experimental-https`. */
export const CERTIFICATE_FIX =
  'Let Node.js trust the authority that issued it, for example mkcert: NODE_EXTRA_CA_CERTS="$(mkcert -CAROOT)/rootCA.pem"'
