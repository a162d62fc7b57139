"use client"
import * as React from "react"
import { leavePage, type SignInError } from "./sign-in.js"

interface PendingState {
  /** `true` from the start of a task until the page is left, or until the task or its navigation ends. */
  pending: boolean
  /** Why the last task failed. `undefined` while a task is pending. */
  error?: SignInError | undefined
}

export interface PendingAction extends PendingState {
  /** Runs a task, unless one is pending. Never rejects. */
  run: (task: () => unknown) => Promise<void>
}

/**
 * Runs one task at a time and tracks its state. The page is idle again if the task ends, and earlier if the navigation
 * is cancelled, or if the page is restored from the back/forward cache or shown again by a router.
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
    const reset = () => latest.current.pending && update({ pending: false })
    const listeners = new AbortController()
    // Shown again by a router, which keeps the state.
    reset()
    // Left: idle if it is restored from the back/forward cache.
    addEventListener("pagehide", reset, listeners)
    // The navigation was cancelled, for example by the user in a `beforeunload` prompt. A navigation that replaces
    // another one starts right after the error of the other.
    let cancelled: ReturnType<typeof setTimeout>
    const { navigation } = window as { navigation?: EventTarget }
    navigation?.addEventListener("navigate", () => clearTimeout(cancelled), listeners)
    navigation?.addEventListener("navigateerror", () => (cancelled = setTimeout(reset)), listeners)
    return () => listeners.abort()
  }, [])

  return {
    ...state,
    run: async (task) => {
      if (latest.current.pending) return
      const started: PendingState = { pending: true }
      update(started)
      const end = (error?: SignInError) => latest.current === started && update({ pending: false, error })
      try {
        await task()
      } catch (error) {
        // Next.js rejects a server action that redirects, and then navigates. To another site, the page is left.
        const redirect = /^NEXT_REDIRECT;\w+;([^;]*)/.exec((error as { digest: string }).digest)
        if (!redirect) {
          end(error as SignInError)
          return onError?.(error as SignInError)
        }
        if (new URL(redirect[1] as string, document.baseURI).origin !== location.origin) await leavePage()
      }
      end()
    },
  }
}
