"use client"
import { useEffect, useRef, useState } from "react"
import { BinkError } from "../errors.js"

export interface Attempt {
  /** True from the click until the page goes, or until sign-in failed. */
  pending: boolean
  /** Why the last try failed. */
  error: BinkError | undefined
  /** Runs a try, unless one is under way. */
  run: (task: () => unknown) => Promise<void>
}

/**
 * One try at a time. A task that never settles holds `pending`, which is how it lasts until the page goes. A page
 * that comes back from the back/forward cache comes back idle.
 */
export function useAttempt(onError: ((error: BinkError) => void) | undefined): Attempt {
  const [state, setState] = useState<BinkError | boolean>(false)
  // A second click can come before React has rendered the first.
  const busy = useRef(false)
  const settle = (next: BinkError | boolean) => {
    busy.current = next === true
    setState(next)
  }

  useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) settle(false)
    }
    addEventListener("pageshow", onPageShow)
    return () => removeEventListener("pageshow", onPageShow)
  })

  return {
    pending: state === true,
    error: typeof state === "object" ? state : undefined,
    async run(task) {
      if (busy.current) return
      settle(true)
      try {
        await task()
        settle(false)
      } catch (cause) {
        // Next navigates by itself when a server action redirects, and rejects to say so: the page is on its way.
        if (String((cause as { digest?: unknown })?.digest).startsWith("NEXT_REDIRECT")) return
        const error =
          cause instanceof BinkError
            ? cause
            : new BinkError("server_error", "Sign-in could not start: the action failed.", { cause })
        settle(error)
        onError?.(error)
      }
    },
  }
}
