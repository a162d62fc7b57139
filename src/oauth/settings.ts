import type { Credentials } from "./credentials.js"
import { BINK_BASE_URL, isConfidential, parseBaseUrl } from "./endpoints.js"
import { parseTimeout } from "./timeout.js"

/** Options that every integration has. */
export interface ClientOptions {
  clientId?: string | undefined
  clientSecret?: string | undefined
  baseUrl?: string | undefined
  /** Milliseconds. */
  timeout?: number | undefined
  fetch?: typeof fetch | undefined
}

/** {@link ClientOptions} with the environment and the defaults applied. */
export interface ClientSettings {
  credentials: Credentials
  baseUrl: string
  timeout: number
  fetch: typeof fetch
}

/**
 * Reads the options, then the environment variables, then the defaults.
 *
 * @throws BinkError `invalid_base_url`, `invalid_option`
 */
export function readClientSettings(options: ClientOptions): ClientSettings {
  const clientId = options.clientId || environmentVariable("AUTH_BINK_ID")
  const clientSecret = options.clientSecret || environmentVariable("AUTH_BINK_SECRET")
  const baseUrl = parseBaseUrl(options.baseUrl || environmentVariable("AUTH_BINK_ISSUER") || BINK_BASE_URL)
  return {
    credentials: { clientId, clientSecret },
    baseUrl,
    timeout: parseTimeout(options.timeout),
    // The global fetch is not read until it is called: Next.js replaces it by one that caches, unless `revalidate` is 0.
    fetch: (url, init) => (options.fetch ?? fetch)(url, { ...init, next: { revalidate: 0 } } as RequestInit),
  }
}

const warnedUrls = new Set<string>()

/** Logs one warning per base URL if the client secret and the tokens would be sent unencrypted. */
export function warnOfPlainHttp(baseUrl: string): void {
  if (isConfidential(new URL(baseUrl)) || warnedUrls.has(baseUrl)) return
  warnedUrls.add(baseUrl)
  console.warn(
    `[authjs-bink] The base URL ${baseUrl} is not https, so secrets are sent unencrypted. Use https.`,
  )
}

/** Returns an environment variable. An empty one counts as unset. Edge runtimes may have no `process`. */
function environmentVariable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.[name] || undefined
}
