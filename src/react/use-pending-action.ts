"use client"
import * as React from "react"
import type { SignInError } from "./sign-in.js"

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
 * Runs one task at a time and tracks its state. A task that never settles stays pending until the page is left. The
 * page is idle again if the navigation is cancelled, or if the page is restored from the back/forward cache or shown
 * again by a router.
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
    const onPageShow = (event: PageTransitionEvent) => event.persisted && reset()
    // The navigation was cancelled, for example by the user in a `beforeunload` prompt.
    const { navigation } = window as { navigation?: EventTarget }
    reset()
    addEventListener("pageshow", onPageShow)
    navigation?.addEventListener("navigateerror", reset)
    return () => {
      removeEventListener("pageshow", onPageShow)
      navigation?.removeEventListener("navigateerror", reset)
    }
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
        // Next.js rejects a server action that redirects, and then navigates. To another site, the page is left.
        const [type, , target = ""] = String((error as { digest: string }).digest).split(";")
        const isRedirect = type === "NEXT_REDIRECT"
        if (isRedirect && new URL(target, document.baseURI).origin !== location.origin) return
        update({ pending: false, error: isRedirect ? undefined : (error as SignInError) })
        if (!isRedirect) onError?.(error as SignInError)
      }
    },
  }
}
