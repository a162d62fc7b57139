import { BinkError, type BinkErrorCode } from "../errors.js"

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
 * Starts a sign-in at the app's own Auth.js routes, in any version and framework, and goes where they answer: two
 * requests. Never resolves, since the page is on its way out; rejects with a `BinkError`.
 */
export async function signIn({ redirectTo, basePath, providerId }: SignInOptions): Promise<never> {
  const base = (basePath ?? "/api/auth").replace(/\/$/, "")
  const csrfToken = await ask("csrfToken", /./, `${base}/csrf`)
  // Nothing but the answer decides where to go, and a `javascript:` address is no answer.
  const url = await ask("url", /^(https?:\/)?\//, `${base}/signin/${providerId ?? "bink"}`, {
    method: "POST",
    // Auth.js 5 answers with JSON for this header, NextAuth 4 for `json`. Both read `callbackUrl`.
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ csrfToken, callbackUrl: redirectTo ?? location.href, json: "true" }),
  })
  location.assign(url)
  return new Promise(() => {})
}

async function ask(field: string, shape: RegExp, path: string, init?: RequestInit): Promise<string> {
  const fail = (code: BinkErrorCode, what: string, status?: number) =>
    new BinkError(code, `Sign-in could not start: ${path} ${what}. Does Auth.js run at basePath?`, { status })

  const response = await fetch(path, init).catch(() => {
    throw fail("network_error", "could not be reached")
  })
  if (!response.ok) throw fail("server_error", `answered ${response.status}`, response.status)
  const value = await response.json().then(
    (body) => body?.[field],
    () => {},
  )
  if (typeof value === "string" && shape.test(value)) return value
  throw fail("invalid_response", `answered without ${field}`)
}
