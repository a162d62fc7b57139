import { BinkError } from "../errors.js"

/** The most that is read of an answer, in bytes after decompression: thousands of times the profile on Bink's page. */
const SIZE_LIMIT = 2 ** 20

/** Sends a request that follows no redirect, and turns a failure underneath into one that can't quote it. */
export async function send(
  request: typeof fetch,
  ...[url, init]: Parameters<typeof fetch>
): Promise<Response> {
  try {
    // A redirect could carry the token, or the secret, to another server (RFC 9700 §4.12).
    return await request(url, { ...init, redirect: "manual" })
  } catch (error) {
    throw new BinkError(
      "network_error",
      `Bink could not be reached${reason(error)}. Check the network, and that baseUrl (or AUTH_BINK_ISSUER) is right.`,
    )
  }
}

/**
 * Reads the body of an answer as JSON, whatever its content type, and up to {@link SIZE_LIMIT}.
 *
 * @throws BinkError `invalid_response` for a body that is too long or no JSON; `network_error` if it breaks off.
 */
export async function readJson(response: Response): Promise<unknown> {
  const bytes = await readBytes(response)
  try {
    // Fatal: a byte that is no UTF-8 must not be replaced, or two ids could become one.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    // The parser's own message quotes the body, which may hold a token.
    throw new BinkError("invalid_response", "Bink's answer is not JSON, so nothing in it can be relied on.", {
      status: response.status,
    })
  }
}

/** Reads the body of an answer, up to {@link SIZE_LIMIT}. */
export async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const { status, body } = response
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = body?.getReader()
  while (reader) {
    const { value } = await reader.read().catch((error) => {
      throw new BinkError("network_error", `Bink's answer broke off${reason(error)}. Try again.`, { status })
    })
    if (!value) break
    // A platform's fetch gives nothing else; one of a caller's own may.
    if (!ArrayBuffer.isView(value)) {
      throw new BinkError(
        "invalid_response",
        "Bink's answer came as something other than bytes, so it cannot be read. A fetch of your own has to answer as the platform's does.",
        { status },
      )
    }
    size += value.byteLength
    if (size > SIZE_LIMIT) {
      throw new BinkError(
        "invalid_response",
        `Bink's answer is longer than ${SIZE_LIMIT} bytes, so reading it was given up. Check that baseUrl (or AUTH_BINK_ISSUER) is right.`,
        { status },
      )
    }
    chunks.push(value)
  }
  // By hand: a Blob costs as much again as all the rest of this.
  const bytes = new Uint8Array(size)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.byteLength
  }
  return bytes
}

/** What an error of the platform adds: its code, such as `ECONNREFUSED`. Its message may quote the request. */
function reason(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: { code?: unknown } }
  const name = cause?.code ?? code
  return typeof name === "string" && /^[A-Z][A-Z0-9_]*$/.test(name) ? ` (${name})` : ""
}
