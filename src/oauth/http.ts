import { BinkError, type BinkErrorCode } from "../errors.js"

/** The largest response body that is read, in bytes after decompression. A profile has a few hundred. */
const MAX_BODY_SIZE = 2 ** 20

/**
 * Sends a request without following redirects.
 *
 * @throws BinkError `network_error` if the request fails. The message does not quote the request.
 */
export async function send(
  request: typeof fetch,
  ...[url, init]: Parameters<typeof fetch>
): Promise<Response> {
  try {
    // A redirect could forward the token or the client secret to another server (RFC 9700 §4.12).
    return await request(url, { ...init, redirect: "manual" })
  } catch (error) {
    throw new BinkError(
      "network_error",
      `Could not reach Bink${reason(error)}. Check the network and the base URL (baseUrl or AUTH_BINK_ISSUER).`,
    )
  }
}

/**
 * Reads a response body as JSON. The content type is ignored.
 *
 * @throws BinkError `invalid_response` if the body is too large or not JSON, `network_error` if the connection breaks.
 */
export async function readJson(response: Response): Promise<unknown> {
  const bytes = await readBytes(response)
  try {
    // With replacement characters instead of an error, two different ids could become equal.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    // The parser's message quotes the body, which may contain a token.
    throw new BinkError("invalid_response", "Bink's response is not JSON.", { status: response.status })
  }
}

/**
 * Reads a response body.
 *
 * @throws BinkError `invalid_response` if the body is too large or not made of bytes, `network_error` if the
 *   connection breaks.
 */
export async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const { status, body } = response
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = body?.getReader()
  while (reader) {
    const { value } = await reader.read().catch((error) => {
      throw new BinkError("network_error", `The connection to Bink broke${reason(error)}. Try again.`, {
        status,
      })
    })
    if (!value) break
    // A custom fetch may return chunks that are not bytes.
    if (!ArrayBuffer.isView(value)) {
      throw new BinkError(
        "invalid_response",
        "The response body does not consist of bytes. A custom fetch must return a standard Response.",
        { status },
      )
    }
    size += value.byteLength
    if (size > MAX_BODY_SIZE) {
      throw new BinkError(
        "invalid_response",
        `Bink's response is larger than ${MAX_BODY_SIZE} bytes. Check the base URL (baseUrl or AUTH_BINK_ISSUER).`,
        { status },
      )
    }
    chunks.push(value)
  }
  // A Blob would take as long as everything above.
  const bytes = new Uint8Array(size)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.byteLength
  }
  return bytes
}

/** Returns the error for a response whose status is not 200. It leaves out the body, which may quote the request. */
export function httpError(response: Response): BinkError {
  const { status } = response
  const [code, message] = describeStatus(status)
  return new BinkError(code, message, { status, retryAfter: parseRetryAfter(response.headers) })
}

function describeStatus(status: number): [BinkErrorCode, string] {
  if (status === 401 || status === 403) {
    return [
      "unauthorized",
      `Bink rejected the token (HTTP ${status}). It has expired, was revoked or is not a Bink token. Sign in again, or create a new token.`,
    ]
  }
  if (status === 429) {
    return [
      "rate_limited",
      "Bink received too many requests (HTTP 429). Wait before you try again: retryAfter has the seconds if Bink sent them.",
    ]
  }
  if (status >= 500) return ["server_error", `Bink failed (HTTP ${status}). Try again later.`]
  return [
    "invalid_response",
    `Bink responded with HTTP ${status} instead of 200. Check the base URL (baseUrl or AUTH_BINK_ISSUER): redirects are not followed.`,
  ]
}

/** Returns `Retry-After` in seconds. The header has a number of seconds or a date (RFC 9110 §10.2.3). */
function parseRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value)
  // An HTTP date starts with a weekday. `Date.parse` would also accept a bare number as a year.
  const time = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - Date.now()) / 1000))
}

/** Returns the platform's error code, such as ` (ECONNREFUSED)`. The error's message may quote the request. */
function reason(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: { code?: unknown } }
  const name = cause?.code ?? code
  return typeof name === "string" && /^[A-Z][A-Z0-9_]*$/.test(name) ? ` (${name})` : ""
}
