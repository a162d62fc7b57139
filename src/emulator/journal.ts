import type { BinkEndpoint } from "../oauth/endpoints.js"

/** One request as the log shows it. */
export interface LoggedRequest {
  /** Epoch milliseconds, by the emulator's clock. */
  at: number
  method: string
  /** Without the query. */
  path: string
  /** `null` for an address that is none of Bink's. */
  endpoint: BinkEndpoint | null
  /** `null` until it is answered, and for good where a fault leaves it without an answer. */
  status: number | null
  /** Query and form parameters. Secrets, codes, verifiers and tokens are shown as `[redacted]`. */
  params: Record<string, string>
}

const LONGEST_LOG = 10_000
// What no honest request comes to: the log stays small whatever is thrown at it.
const MOST_PARAMS = 50
const LONGEST_TEXT = 1_000
const REDACTED = "[redacted]"

/** What was asked of the emulator, bounded: the oldest entries go first. */
export class Journal {
  #entries: LoggedRequest[] = []

  /** Writes a request down when it arrives, and returns its entry for the status to be filled in. */
  enter(
    at: number,
    request: Request,
    url: URL,
    endpoint: BinkEndpoint | null,
    form: URLSearchParams | null,
  ): LoggedRequest {
    const params = new Map<string, string>()
    for (const [name, given] of [...url.searchParams, ...(form ?? [])].slice(0, MOST_PARAMS)) {
      const shown = isSecret(name) ? REDACTED : short(redact(given))
      params.set(short(name), params.has(name) ? `${params.get(name)}, ${shown}` : shown)
    }
    const path = short(redact(url.pathname))
    const entry: LoggedRequest = {
      at,
      method: request.method,
      path,
      endpoint,
      status: null,
      params: Object.fromEntries(params),
    }
    this.#entries.push(entry)
    // Cut in slices, since shifting a long array for every request would cost more than the request.
    if (this.#entries.length > LONGEST_LOG * 1.1) this.#entries = this.#entries.slice(-LONGEST_LOG)
    return entry
  }

  list(): LoggedRequest[] {
    return this.#entries.slice(-LONGEST_LOG).map((entry) => ({ ...entry, params: { ...entry.params } }))
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

/** A secret that slipped into another parameter's value, or into the path. */
function redact(text: string): string {
  return text
    .replace(/\bbink_[^\s&"'/]+/g, REDACTED)
    .replace(
      /((?:^|[?&#;])(?:code|[^=&?#;]*(?:secret|token|verifier|password))=)[^&#;\s]+/gi,
      `$1${REDACTED}`,
    )
}

function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
}
