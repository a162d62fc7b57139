"use client"
import * as React from "react"
import type { SignInError } from "./sign-in.js"

interface PendingState {
  /** `true` from the start of a task until the page is left, or until the task ends. */
  pending: boolean
  /** Why the last task failed. `undefined` while a task is pending. */
  error?: SignInError | undefined
}

export interface PendingAction extends PendingState {
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
  const [state, setState] = React.useState<PendingState>({ pending: false })
  // A second click can arrive before React renders the first.
  const latest = React.useRef(state)
  const update = (next: PendingState) => {
    latest.current = next
    setState(next)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `update` does the same in every render
  React.useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => event.persisted && update({ pending: false })
    addEventListener("pageshow", onPageShow)
    return () => removeEventListener("pageshow", onPageShow)
  }, [])

  return {
    ...state,
    run: async (task) => {
      if (latest.current.pending) return
      update({ pending: true })
      try {
        await task()
        update({ pending: false })
      } catch (error) {
        // Next.js rejects a server action that redirects, and then navigates: stay pending.
        if (/^NEXT_REDIRECT/.test((error as { digest: string }).digest)) return
        update({ pending: false, error: error as SignInError })
        onError?.(error as SignInError)
      }
    },
  }
}
