"use client"
import * as React from "react"
import type { SignInError } from "./sign-in.js"

export interface PendingAction {
  /** `true` from the start of a task until the page is left, or until the task ends. */
  pending: boolean
  /** Why the last task failed. `undefined` while a task is pending. */
  error?: SignInError | undefined
  /** Runs a task, unless one is pending. Never rejects. */
  run: (task: () => unknown) => Promise<void>
}

/**
 * Runs one task at a time and tracks its state. A task that never settles stays pending until the page is left. A page
 * restored from the back/forward cache is not pending.
 *
 * @param onError Called with the error of a failed task.
 */
export function usePendingAction(onError: ((error: SignInError) => void) | undefined): PendingAction {
  const [state, setState] = React.useState<Omit<PendingAction, "run">>({ pending: false })
  // A ref, since a second click can arrive before React renders the first.
  const isPending = React.useRef(false)
  const update = (pending: boolean, error?: SignInError) => {
    isPending.current = pending
    setState({ pending, error })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `update` does the same in every render
  React.useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => event.persisted && update(false)
    addEventListener("pageshow", onPageShow)
    return () => removeEventListener("pageshow", onPageShow)
  }, [])

  return {
    ...state,
    async run(task) {
      if (isPending.current) return
      update(true)
      try {
        await task()
        update(false)
      } catch (error) {
        // Next.js rejects a server action that redirects, and then navigates: stay pending.
        if (/^NEXT_REDIRECT/.test((error as { digest: string }).digest)) return
        update(false, error as SignInError)
        onError?.(error as SignInError)
      }
    },
  }
}
