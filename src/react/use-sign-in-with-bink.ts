"use client"
import { type SignInError, type SignInOptions, signIn } from "./sign-in.js"
import { usePendingAction } from "./use-pending-action.js"

/** Options of {@link useSignInWithBink}. The button accepts them as props. */
export interface UseSignInWithBinkOptions extends SignInOptions {
  /** Called if sign-in failed, with a `SignInError`. With `action`, called with what the action threw. */
  onError?: ((error: SignInError) => void) | undefined
}

/** Return value of {@link useSignInWithBink}. */
export interface UseSignInWithBinkResult {
  /** `true` from the call of `signIn` until the page is left, sign-in fails, or the page is still there after 10 s. */
  pending: boolean
  /** Why the last sign-in failed. `undefined` before, and while sign-in is pending. */
  error: SignInError | undefined
  /** Starts the sign-in and navigates to Bink. Does nothing while sign-in is pending. Never rejects. */
  signIn: () => Promise<void>
}

/**
 * Signs in with Bink from your own button. `SignInWithBinkButton` without `action` behaves the same.
 *
 * @param options Where Auth.js runs, where the user lands, and `onError`.
 * @returns `pending`, `error` and `signIn`.
 *
 * @example
 * const { signIn, pending, error } = useSignInWithBink({ redirectTo: "/profile" })
 * return <MyButton onClick={signIn} aria-busy={pending}>Sign in</MyButton>
 */
export function useSignInWithBink({
  onError,
  ...options
}: UseSignInWithBinkOptions = {}): UseSignInWithBinkResult {
  const { pending, error, run } = usePendingAction(onError)
  return { pending, error, signIn: () => run(() => signIn(options)) }
}
