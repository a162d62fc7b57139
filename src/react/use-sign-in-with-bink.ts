"use client"
import type { BinkError } from "../errors.js"
import { type SignInOptions, signIn } from "./sign-in.js"
import { type Attempt, useAttempt } from "./use-attempt.js"

export interface UseSignInWithBinkOptions extends SignInOptions {
  /** Called when sign-in could not start: offline, a server error, a wrong `basePath`. */
  onError?: ((error: BinkError) => void) | undefined
}

export interface UseSignInWithBinkResult extends Omit<Attempt, "run"> {
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
  const { run, ...attempt } = useAttempt(onError)
  return { ...attempt, signIn: () => run(() => signIn(options)) }
}
