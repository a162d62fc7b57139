import { parseTimeout } from "../api/deadline.js"
import { BINK_BASE_URL, parseBaseUrl } from "../protocol/endpoints.js"
import { userFetch } from "./custom-fetch.js"
import type { BinkOptions, WithCustomFetch } from "./options.js"
import { withoutAbsent } from "./without-absent.js"

/**
 * Reads the options, then the environment, then the defaults, and sets apart what Auth.js may merge by itself. Auth.js
 * 5 reads the same variables; v4 reads none.
 *
 * @throws BinkError `invalid_base_url`, `invalid_option`
 */
export function readSettings(options: BinkOptions | WithCustomFetch = {}) {
  const {
    baseUrl,
    timeout,
    issuer,
    clientId,
    clientSecret,
    authorization,
    token,
    userinfo,
    checks,
    ...others
  } = options
  // An uncalled provider is called by Auth.js with what it found in its environment, which may be one that this
  // code cannot see (SvelteKit's, a Worker's). `issuer` is AUTH_BINK_ISSUER then, and `apiKey` tells the case.
  const isFromEnvironment = "apiKey" in others
  const base = parseBaseUrl(
    baseUrl || (isFromEnvironment && issuer) || environment("AUTH_BINK_ISSUER") || BINK_BASE_URL,
  )
  return {
    baseUrl: base,
    issuer: (!isFromEnvironment && issuer) || base,
    timeout: parseTimeout(timeout),
    // Looked up at each request, since Next.js puts its own in the place of the global one.
    fetch: userFetch(options) ?? ((...request: Parameters<typeof fetch>) => globalThis.fetch(...request)),
    credentials: withoutAbsent({
      clientId: clientId || environment("AUTH_BINK_ID"),
      clientSecret: clientSecret || environment("AUTH_BINK_SECRET"),
    }),
    others: withoutAbsent(others),
  }
}

/** A variable of the environment, where there is one; an empty one counts as absent. */
function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.[name] || undefined
}
