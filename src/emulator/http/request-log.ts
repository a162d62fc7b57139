import type { BinkEndpoint } from "../../oauth/endpoints.js"

/** An entry of the request log. */
export interface LoggedRequest {
  /** Time of the request in epoch milliseconds, by the emulator's clock. */
  at: number
  /** HTTP method. */
  method: string
  /** Path without the query. */
  path: string
  /** The endpoint, or `null` for a URL that Bink does not have. */
  endpoint: BinkEndpoint | null
  /** HTTP status, or `null` while there is no response. Stays `null` if a fault prevents the response. */
  status: number | null
  /** Query and form parameters. Secrets, codes, verifiers and tokens are shown as `[redacted]`. */
  params: Record<string, string>
}

const MAX_ENTRIES = 10_000
const MAX_PARAMS = 50
const MAX_TEXT_LENGTH = 1_000
const REDACTED = "[redacted]"

/** The requests to the endpoints, without secrets. Has a size limit: new entries remove the oldest ones. */
export class RequestLog {
  #entries: LoggedRequest[] = []

  /** Adds a request and returns its entry, in which the caller sets the status. */
  add(
    at: number,
    request: Request,
    url: URL,
    endpoint: BinkEndpoint | null,
    form: URLSearchParams | null,
  ): LoggedRequest {
    const params = new Map<string, string>()
    for (const [name, value] of [...url.searchParams, ...(form ?? [])].slice(0, MAX_PARAMS)) {
      const shown = isSecret(name) ? REDACTED : shorten(redact(value))
      params.set(shorten(name), params.has(name) ? `${params.get(name)}, ${shown}` : shown)
    }
    const entry: LoggedRequest = {
      at,
      method: request.method,
      path: shorten(redact(url.pathname)),
      endpoint,
      status: null,
      params: Object.fromEntries(params),
    }
    this.#entries.push(entry)
    // Removes entries in batches: shifting a long array at every request is slow.
    if (this.#entries.length > MAX_ENTRIES * 1.1) this.#entries = this.#entries.slice(-MAX_ENTRIES)
    return entry
  }

  /** Returns copies of the entries, oldest first. */
  list(): LoggedRequest[] {
    return this.#entries.slice(-MAX_ENTRIES).map((entry) => ({ ...entry, params: { ...entry.params } }))
  }

  clear(): void {
    this.#entries = []
  }
}

function isSecret(name: string): boolean {
  return /(?:^|[_-])code$|secret|token|verifier|password|passwd|credential|assertion|authorization|api_?key/i.test(
    name,
  )
}

/** Removes secrets from the value of another parameter, or from the path. */
function redact(text: string): string {
  return text
    .replace(/\bbink_[^\s&"'/]+/g, REDACTED)
    .replace(
      /((?:^|[?&#;])(?:code|[^=&?#;]*(?:secret|token|verifier|password))=)[^&#;\s]+/gi,
      `$1${REDACTED}`,
    )
}

function shorten(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text
}
