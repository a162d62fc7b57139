"use client"
import { type SignInError, type SignInOptions, signIn } from "./sign-in.js"
import { useAttempt } from "./use-attempt.js"

export interface UseSignInWithBinkOptions extends SignInOptions {
  /**
   * Called when sign-in could not start: with a `SignInError`, or with what your `action` threw.
   */
  onError?: ((error: SignInError) => void) | undefined
}

export interface UseSignInWithBinkResult {
  /** True from the click until the page goes, or until sign-in failed. */
  pending: boolean
  /** Why the last try failed. */
  error: SignInError | undefined
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
    error: typeof state === "object" ? state : undefined,
    signIn: () => run(() => signIn(options)),
  }
}
