"use client"
import * as React from "react"
import type { SignInError } from "./sign-in.js"

export interface Attempt {
  /** `true` from the click until the page goes, or until it failed and this is why. */
  state: SignInError | boolean
  /** Runs a try, unless one is under way. */
  run: (task: () => unknown) => Promise<void>
}

/**
 * One try at a time. A task that never settles holds `pending`, which is how it lasts until the page goes. A page
 * that comes back from the back/forward cache comes back idle.
 */
export function useAttempt(onError: ((error: SignInError) => void) | undefined): Attempt {
  const [state, setState] = React.useState<SignInError | boolean>(false)
  // A second click can come before React has rendered the first.
  const busy = React.useRef(false)
  const settle = (next: SignInError | boolean) => {
    busy.current = next === true
    setState(next)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `settle` does the same in every render
  React.useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => event.persisted && settle(false)
    addEventListener("pageshow", onPageShow)
    return () => removeEventListener("pageshow", onPageShow)
  }, [])

  return {
    state,
    async run(task) {
      if (busy.current) return
      settle(true)
      try {
        await task()
        settle(false)
      } catch (thrown) {
        const error = thrown as SignInError & { digest?: unknown }
        // Next navigates by itself when a server action redirects, and rejects to say so: the page is on its way.
        if (/^NEXT_REDIRECT/.test(error.digest as string)) return
        settle(error)
        onError?.(error)
      }
    },
  }
}
