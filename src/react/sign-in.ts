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
  /**
   * Opens Bink in this window, or in a popup window that closes after the sign-in. If the browser opens no popup,
   * the sign-in continues in this window.
   * @default "redirect"
   */
  uxMode?: "redirect" | "popup" | undefined
  /**
   * Called when the session is there, after a sign-in in a popup.
   * @default reloads the page
   */
  onSuccess?: (() => void) | undefined
}

/** Why sign-in failed. It is a plain `Error`: the class `BinkError` is larger than this module. */
export interface SignInError extends Error {
  /**
   * A code of `BinkError`: `network_error` if the app could not be reached, `server_error` for a status other than 2xx,
   * `invalid_response` if the response is not from Auth.js. A wrong `basePath`, or blocked cookies, cause the last two.
   * After a popup, `access_denied` if the user declined, or `server_error` for another error of Auth.js.
   */
  code?: BinkErrorCode
  /** HTTP status of the response, if there was one. */
  status?: number | undefined
  /** Auth.js's name of the error after a popup, for `signInErrorMessage`. */
  error?: string | undefined
}

/** Resolves after a time in milliseconds. */
const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time))

/**
 * Resolves 10 s after a navigation started, if the page is still there. Browsers report no event if the response of a
 * navigation is a download or has no content. Bink's responses time out after the same time.
 */
export const leavePage = () => wait(10_000)

/**
 * Starts a sign-in at the app's Auth.js routes and navigates to the URL that they return. Sends two requests. Works
 * with NextAuth 4 and Auth.js 5.
 *
 * @returns A promise that resolves after a popup, or if the browser does not leave the page.
 * @throws {@link SignInError} `network_error`, `server_error`, `invalid_response` or `access_denied`.
 */
export async function signIn({
  redirectTo = location.href,
  basePath = "/api/auth",
  providerId = "bink",
  uxMode,
  onSuccess,
}: SignInOptions): Promise<unknown> {
  // Before the requests: browsers open a window only during a click. Some in-app browsers return this window.
  const opened = uxMode === "popup" && open("", "", "width=480,height=720")
  const popup = opened !== window && opened
  try {
    const csrfToken = await requestField("csrfToken", /./, `${basePath}/csrf`)
    // An http(s) URL or a path, never `javascript:`. Without its CSRF cookie, Auth.js returns to its own sign-in page.
    const url = await requestField(
      "url",
      /^(https?:\/)?\/(?!.*(csrf=true|=MissingCSRF))/i,
      `${basePath}/signin/${providerId}`,
      {
        method: "POST",
        // This header makes Auth.js 5 return JSON; `json` does it in NextAuth 4. Both versions read `callbackUrl`.
        headers: { "X-Auth-Return-Redirect": "true" },
        body: new URLSearchParams({ csrfToken, callbackUrl: redirectTo, json: "true" }),
      },
    )
    const leave = () => {
      location.href = url
      return leavePage()
    }
    if (!popup) return leave()
    popup.location = url
    for (let views = 0; ; ) {
      await wait(50)
      // Closed by the user, or disconnected by the policy of Bink's first page, which takes a moment to show.
      if (popup.closed) return views > 3 || leave()
      let href = ""
      try {
        href = popup.location.href
      } catch {
        // Another origin.
        views++
      }
      // Back in the app, where Auth.js reports errors in the URL. The app can contain Bink's emulator and its pages.
      if (href.startsWith("http") && !href.startsWith(url.split("api/oauth")[0] as string)) {
        const error = new URL(href).searchParams.get("error")
        if (error)
          throw failure(error, {
            code: /Callback|Denied/.test(error) ? "access_denied" : "server_error",
            error,
          })
        if (onSuccess) return onSuccess()
        location.reload()
        return leavePage()
      }
    }
  } finally {
    if (popup) popup.close()
  }
}

/** Returns one field of a JSON response, a string that matches `pattern`. */
async function requestField(
  field: string,
  pattern: RegExp,
  path: string,
  init?: RequestInit,
): Promise<string> {
  const response = await fetch(path, init).catch(() => {})
  const value = response?.ok && (await response.json().catch(() => {}))?.[field]
  if (value?.match?.(pattern)) return value
  throw failure(`no ${field} from ${path}. Check basePath and cookies`, {
    code: response ? (response.ok ? "invalid_response" : "server_error") : "network_error",
    status: response?.status,
  })
}

function failure(message: string, details: Partial<SignInError>): SignInError {
  return Object.assign(Error(`Sign-in failed: ${message}.`), details)
}
