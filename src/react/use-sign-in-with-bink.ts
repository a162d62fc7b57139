"use client"
import { type SignInOptions, signIn } from "./sign-in.js"
import { useAttempt } from "./use-attempt.js"

export interface UseSignInWithBinkOptions extends SignInOptions {
  /**
   * Called when sign-in could not start. With a `BinkError` of code `network_error`, `server_error` or
   * `invalid_response`, which a wrong `basePath` gives too; or with what your `action` threw.
   */
  onError?: ((error: Error) => void) | undefined
}

export interface UseSignInWithBinkResult {
  /** True from the click until the page goes, or until sign-in failed. */
  pending: boolean
  /** Why the last try failed. */
  error: Error | undefined
  /** Leads the person to Bink. Does nothing while a try is under way. Never rejects. */
  signIn: () => Promise<void>
}

/**
 * Sign in with Bink for a look of your own: what the button does, without the button.
 *
 * @example
 * const { signIn, pending, error } = useSignInWithBink({ redirectTo: "/profile" })
 * return <MyButton onClick={signIn} aria-busy={pending}>Sign in</MyButton>
 */
export function useSignInWithBink({
  onError,
  ...options
}: UseSignInWithBinkOptions = {}): UseSignInWithBinkResult {
  const { state, run } = useAttempt(onError)
  return {
    pending: state === true,
    error: state instanceof Error ? state : undefined,
    signIn: () => run(() => signIn(options)),
  }
}
