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
  url: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  let response: Response | undefined
  try {
    // A redirect could forward the token or the client secret to another server (RFC 9700 §4.12).
    response = await request(url, { ...init, redirect: "manual" })
  } catch (error) {
    // Some libraries (ky, ofetch, axios) throw for a status such as 401. The error has the response.
    response = (error as { response?: Response } | undefined)?.response
    if (!response) throw networkError(error)
  }
  // The response after a redirect is not Bink's.
  if (typeof response?.status === "number" && !response.redirected) return response
  throw invalidResponse("The custom fetch returned no Response")
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
    throw invalidResponse("Bink's response is not JSON", response)
  }
}

/**
 * Reads a response body.
 *
 * @throws BinkError `invalid_response` if the body is too large or not made of bytes, `network_error` if the
 *   connection breaks.
 */
export async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for await (const chunk of chunksOf(response)) {
      size += chunk.byteLength
      // Not a number for the chunks of a custom fetch that are not bytes.
      if (!(size <= MAX_BODY_SIZE)) {
        throw invalidResponse(`Bink's response is not ${MAX_BODY_SIZE} bytes or less`, response)
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof BinkError ? error : networkError(error, response)
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
 * Yields the chunks of a body. A custom `fetch` may return a Node.js stream (node-fetch), or an object with `text()` or
 * `json()` and any or no body (mocks).
 */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { body, text } = response as { body?: (Response["body"] & { pipe?: unknown }) | null; text?: unknown }
  if (body?.getReader) {
    const reader = body.getReader()
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    } finally {
      // Closes the connection if the body was not read to its end.
      reader.cancel().catch(() => {})
    }
  } else if (body?.pipe) {
    yield* body
  } else {
    // Without any of them, the text is empty and therefore not JSON.
    yield new TextEncoder().encode(text ? await response.text() : JSON.stringify(await response.json?.()))
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
  const [code, problem, fix]: [BinkErrorCode, string, string] =
    status === 401 || status === 403
      ? ["unauthorized", "Bink rejected the token", "Sign in again, or create a new token."]
      : status === 429
        ? ["rate_limited", "Bink received too many requests", "Try again later."]
        : status >= 500
          ? ["server_error", "Bink failed", "Try again later."]
          : ["invalid_response", "Bink responded unexpectedly", CHECK_BASE_URL]
  return new BinkError(code, `${problem} (HTTP ${status}). ${fix}`, {
    status,
    retryAfter: parseRetryAfter(response),
  })
}

/** Returns the error for a response that is not what Bink documents. */
export function invalidResponse(problem: string, { status }: { status?: number } = {}): BinkError {
  return new BinkError("invalid_response", `${problem}. ${CHECK_BASE_URL}`, { status })
}

const CHECK_BASE_URL = "Check the base URL (baseUrl or AUTH_BINK_ISSUER)."

/** The message has the platform's error code, such as ECONNREFUSED. The error's message may quote the request. */
function networkError(error: unknown, response?: Response): BinkError {
  const { code, cause } = Object(error) as { code?: unknown; cause?: { code?: unknown } }
  const name = `${cause?.code ?? code}`
  const reason = /^[A-Z][A-Z0-9_]*$/.test(name) ? ` (${name})` : ""
  return new BinkError("network_error", `Could not reach Bink${reason}. ${CHECK_BASE_URL}`, {
    status: response?.status,
  })
}

/** Returns `Retry-After` in seconds. The header has a number of seconds or a date (RFC 9110 §10.2.3). */
function parseRetryAfter({ headers }: Response): number | undefined {
  const value = headers?.get?.("retry-after") ?? ""
  // An HTTP date starts with a weekday. `Date.parse` would also accept a bare number as a year.
  const time = Date.parse(/^[a-z]/i.test(value) ? value : "") - Date.now()
  const seconds = /^[\d ]+$/.test(value) ? Number(value) : Math.max(0, Math.ceil(time / 1000))
  return seconds >= 0 ? seconds : undefined
}
