import { type BinkErrorMessages, errorEnglish } from "./messages.js"

/** Auth.js's names, and the code of a `SignInError`. All other names are failures. */
const MESSAGES = new Map<string, keyof BinkErrorMessages>([
  ["OAuthCallbackError", "declined"],
  ["access_denied", "declined"],
  ["OAuthAccountNotLinked", "notLinked"],
  ["AccountNotLinked", "notLinked"],
  ["AccessDenied", "notAllowed"],
])

/**
 * Returns what to tell the user about the `error` parameter that Auth.js adds to the URL of the sign-in page or the error
 * page. Show it only to users without a session: after a declined sign-in, a second one can succeed on the same URL.
 *
 * | `error` | text |
 * | --- | --- |
 * | `OAuthCallbackError` (Auth.js 5) | `declined` |
 * | `Callback`, `OAuthCallback` (NextAuth 4: declined or failed) | `declined` and `error` |
 * | `OAuthAccountNotLinked` | `notLinked` |
 * | `AccessDenied` | `notAllowed` |
 * | all others | `error` |
 *
 * Has no hooks, and works in Server Components.
 *
 * @param error Value of the `error` parameter, as Next.js, `URLSearchParams` or `SignInError.code` has it.
 * @param messages Texts in another language, such as `de` from `authjs-bink/locales`. Missing texts are English.
 * @returns The text, or `undefined` without an error. NextAuth 4's `SessionRequired` is none: it asks users to sign in.
 *
 * @example
 * const message = signInErrorMessage((await searchParams).error)
 * return <>{!session && message && <p role="alert">{message}</p>}</>
 *
 * @see https://authjs.dev/guides/pages/error
 */
export function signInErrorMessage(
  error: string | string[] | null | undefined,
  messages?: Partial<BinkErrorMessages>,
): string | undefined {
  const name = Array.isArray(error) ? error[0] : error
  if (!name || name === "SessionRequired") return undefined
  const message = (key: keyof BinkErrorMessages) => messages?.[key] ?? errorEnglish[key]
  // NextAuth 4 has no name for declined sign-ins alone.
  if (/^(OAuth)?Callback$/.test(name))
    return `${message("declined").replace(/\p{Po}$/u, "")} / ${message("error")}`
  return message(MESSAGES.get(name) ?? "error")
}
