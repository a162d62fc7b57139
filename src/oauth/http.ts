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
  let response: Response | undefined
  try {
    // A redirect could forward the token or the client secret to another server (RFC 9700 §4.12).
    response = await request(url, { ...init, redirect: "manual" })
  } catch (error) {
    throw new BinkError(
      "network_error",
      `Could not reach Bink${reason(error)}. Check the network and the base URL (baseUrl or AUTH_BINK_ISSUER).`,
    )
  }
  if (typeof response?.status === "number") return response
  throw new BinkError("invalid_response", "The custom fetch did not return a Response.")
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
  const { status } = response
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for await (const chunk of chunksOf(response)) {
      // A custom fetch may return chunks that are not bytes.
      if (!ArrayBuffer.isView(chunk)) {
        throw new BinkError(
          "invalid_response",
          "The response body does not consist of bytes. A custom fetch must return a standard Response.",
          { status },
        )
      }
      size += chunk.byteLength
      if (size > MAX_BODY_SIZE) {
        throw new BinkError(
          "invalid_response",
          `Bink's response is larger than ${MAX_BODY_SIZE} bytes. Check the base URL (baseUrl or AUTH_BINK_ISSUER).`,
          { status },
        )
      }
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof BinkError) throw error
    throw new BinkError("network_error", `The connection to Bink broke${reason(error)}. Try again.`, {
      status,
    })
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

/**
 * Yields the chunks of a body. A custom `fetch` may return a Node.js stream (node-fetch), or an object that only has
 * `text()` or `json()` (mocks).
 */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { body } = response as { body?: ReadableStream<Uint8Array<ArrayBuffer>> | null }
  if (typeof body?.getReader === "function") {
    const reader = body.getReader()
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    } finally {
      // Closes the connection if the body was not read to its end.
      reader.cancel().catch(() => {})
    }
  } else if (body && Symbol.asyncIterator in body) {
    yield* body as AsyncIterable<Uint8Array<ArrayBuffer>>
  } else if (typeof response.text === "function") {
    yield new TextEncoder().encode(await response.text())
  } else if (typeof response.json === "function") {
    yield new TextEncoder().encode(JSON.stringify(await response.json()))
  }
}

/**
 * Returns the error for a response whose status is not 200, and discards the body. The error leaves the body out,
 * because it may quote the request.
 */
export function httpError(response: Response): BinkError {
  const { status, body } = response
  // Rejects if the body was read, and may be missing in a custom fetch.
  body?.cancel?.().catch(() => {})
  const [code, message] = describeStatus(status)
  return new BinkError(code, message, { status, retryAfter: parseRetryAfter(response) })
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
function parseRetryAfter({ headers }: Response): number | undefined {
  const value = headers?.get?.("retry-after")?.trim()
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
