import type { BinkErrorCode } from "../errors.js"

/** Options of a sign-in that starts in the browser. */
export interface SignInOptions {
  /**
   * URL where the user lands after sign-in. Your app's Auth.js `redirect` callback decides whether it is allowed.
   * @default the current page
   */
  redirectTo?: string | undefined
  /**
   * Path of your app's Auth.js routes.
   * @default "/api/auth"
   */
  basePath?: string | undefined
  /**
   * `id` of the Bink provider. Needed only if you changed it.
   * @default "bink"
   */
  providerId?: string | undefined
}

/**
 * Why sign-in could not start. It is a plain `Error`: the class `BinkError` is larger than this module.
 */
export interface SignInError extends Error {
  /**
   * A code of `BinkError`: `network_error` if the app could not be reached, `server_error` for a status other than 2xx,
   * `invalid_response` if the response is not from Auth.js. A wrong `basePath` causes the last two.
   */
  code?: BinkErrorCode
  /** HTTP status of the response, if there was one. */
  status?: number | undefined
}

/**
 * Starts a sign-in at the app's Auth.js routes and navigates to the URL that they return. Sends two requests. Works
 * with NextAuth 4 and Auth.js 5.
 *
 * @returns A promise that never resolves: the browser is leaving the page.
 * @throws {@link SignInError} `network_error`, `server_error` or `invalid_response`.
 */
export async function signIn({
  redirectTo = location.href,
  basePath = "/api/auth",
  providerId = "bink",
}: SignInOptions): Promise<never> {
  const csrfToken = await requestField("csrfToken", `${basePath}/csrf`)
  location.href = await requestField("url", `${basePath}/signin/${providerId}`, {
    method: "POST",
    // This header makes Auth.js 5 return JSON; `json` does it in NextAuth 4. Both versions read `callbackUrl`.
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ csrfToken, callbackUrl: redirectTo, json: "true" }),
  })
  return new Promise(() => {})
}

/** Returns one field of a JSON response. */
async function requestField(field: string, path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(path, init).catch(() => {})
  const value = response?.ok && (await response.json().catch(() => {}))?.[field]
  // Accepts http(s) URLs only, never `javascript:`. A CSRF token passes too: it resolves as a relative path.
  if (value && /^h/.test(new URL(value, location.href).href)) return value
  throw Object.assign(Error(`Sign-in failed: no ${field} from ${path}. Check basePath.`), {
    code: response ? (response.ok ? "invalid_response" : "server_error") : "network_error",
    status: response?.status,
  } satisfies Partial<SignInError>)
}
