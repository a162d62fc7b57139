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
  /** Query and body parameters. Secrets, codes, verifiers and tokens are shown as `[redacted]`, as names too. */
  params: Record<string, string>
  /** Names of the parameters that Bink's developer page does not document, such as `state`. Empty ones do not count. */
  undocumented: string[]
}

const MAX_ENTRIES = 10_000
const MAX_PARAMS = 50
const MAX_TEXT_LENGTH = 1_000
const REDACTED = "[redacted]"

/** The requests to the endpoints, without secrets. Has a size limit: new entries remove the oldest ones. */
export class RequestLog {
  #entries: LoggedRequest[] = []

  /**
   * Adds a request and returns its entry, in which the caller sets the status.
   *
   * @param containsSecret Returns `true` for a text with a secret of the emulator, in any encoding.
   */
  add(
    at: number,
    { request, url, form }: { request: Request; url: URL; form: URLSearchParams | null },
    endpoint: BinkEndpoint | null,
    containsSecret: (text: string) => boolean,
  ): LoggedRequest {
    const params = new Map<string, string>()
    const undocumented = new Set<string>()
    const hide = (text: string) => {
      const redacted = redact(text.slice(0, 2 * MAX_TEXT_LENGTH))
      return containsSecret(redacted) ? REDACTED : shorten(redacted)
    }
    for (const [name, value] of [...url.searchParams, ...(form ?? [])].slice(0, MAX_PARAMS)) {
      const shownName = hide(name)
      const shown = isSecret(name) ? REDACTED : hide(value)
      params.set(shownName, params.has(shownName) ? `${params.get(shownName)}, ${shown}` : shown)
      if (value !== "" && !(endpoint && DOCUMENTED[endpoint].includes(name))) undocumented.add(shownName)
    }
    const entry: LoggedRequest = {
      at,
      method: request.method,
      path: hidePath(url.pathname, hide),
      endpoint,
      status: null,
      params: Object.fromEntries(params),
      undocumented: [...undocumented],
    }
    this.#entries.push(entry)
    // Removes entries in batches: shifting a long array at every request is slow.
    if (this.#entries.length > MAX_ENTRIES * 1.1) this.#entries = this.#entries.slice(-MAX_ENTRIES)
    return entry
  }

  /** Returns copies of the entries, oldest first. */
  list(): LoggedRequest[] {
    return this.#entries.slice(-MAX_ENTRIES).map((entry) => copyEntry(entry))
  }

  clear(): void {
    this.#entries = []
  }
}

/** Returns a copy, which a caller may change. */
export function copyEntry(entry: LoggedRequest): LoggedRequest {
  return { ...entry, params: { ...entry.params }, undocumented: [...entry.undocumented] }
}

/** The parameters that Bink's developer page documents. */
export const DOCUMENTED: Record<BinkEndpoint, readonly string[]> = {
  authorize: ["client_id", "redirect_uri", "response_type"],
  token: ["grant_type", "code", "client_id", "client_secret", "redirect_uri"],
  user: [],
}

function hidePath(path: string, hide: (text: string) => string): string {
  return shorten(path.split("/").map(hide).join("/"))
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
