import type { BinkErrorCode } from "../errors.js"

export interface SignInOptions {
  /**
   * Where the person lands after sign-in. The app's own Auth.js decides whether it may be followed, through its
   * `redirect` callback.
   * @default the current page
   */
  redirectTo?: string | undefined
  /**
   * Where Auth.js runs in your app.
   * @default "/api/auth"
   */
  basePath?: string | undefined
  /**
   * The provider's `id`, where it was given another.
   * @default "bink"
   */
  providerId?: string | undefined
}

/**
 * Why sign-in could not start. Codes mean what they mean in a `BinkError`: `network_error` when the app could not be
 * reached, `server_error` for any status but a 2xx, `invalid_response` for an answer that is not Auth.js's. A wrong
 * `basePath` gives the last two. It is a plain `Error`, since the class weighs more than all of this file's errors.
 */
export interface SignInError extends Error {
  code?: BinkErrorCode
  /** HTTP status of the answer, where there was one. */
  status?: number | undefined
}

/**
 * Starts a sign-in at the app's own Auth.js routes, in any version and framework, and goes where they answer: two
 * requests. Never resolves, since the page is on its way out; rejects with a `SignInError`.
 */
export async function signIn({
  redirectTo = location.href,
  basePath = "/api/auth",
  providerId = "bink",
}: SignInOptions): Promise<never> {
  const csrfToken = await ask("csrfToken", `${basePath}/csrf`)
  location.href = await ask("url", `${basePath}/signin/${providerId}`, {
    method: "POST",
    // Auth.js 5 answers with JSON for this header, NextAuth 4 for `json`. Both read `callbackUrl`.
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ csrfToken, callbackUrl: redirectTo, json: "true" }),
  })
  return new Promise(() => {})
}

async function ask(field: string, path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(path, init).catch(() => {})
  const value = response?.ok && (await response.json().catch(() => {}))?.[field]
  // Only http(s): a `javascript:` address is no answer, whatever a browser passes over in it, and a token is a path.
  if (value && /^h/.test(new URL(value, location.href).href)) return value
  throw Object.assign(Error(`Sign-in failed: no ${field} from ${path}. Check basePath.`), {
    code: response ? (response.ok ? "invalid_response" : "server_error") : "network_error",
    status: response?.status,
  } satisfies Partial<SignInError>)
}
