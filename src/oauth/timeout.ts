import { BinkError } from "../errors.js"

/** Default timeout of a request to Bink, in milliseconds, from its start to the last byte of the response. */
export const DEFAULT_TIMEOUT = 10_000

/** The longest delay that timers support, in milliseconds (HTML §8.7). A longer one fires immediately. */
const MAX_TIMEOUT = 2 ** 31 - 1

/**
 * Returns the timeout in milliseconds, or the default.
 *
 * @throws BinkError `invalid_option` unless `timeout` is a positive number that timers support.
 */
export function parseTimeout(timeout: number = DEFAULT_TIMEOUT): number {
  if (typeof timeout === "number" && timeout > 0 && timeout <= MAX_TIMEOUT) return timeout
  throw new BinkError(
    "invalid_option",
    `Invalid timeout: it must be a positive number of milliseconds, at most ${MAX_TIMEOUT}. ` +
      `Leave it out for the default, ${DEFAULT_TIMEOUT}.`,
  )
}

/**
 * Runs a task with a timeout that includes reading the response body. Also ends if `fetch` ignores its signal.
 *
 * The task's signal is only aborted while the task runs. Upstream: undici ends the process if a `fetch` that has
 * already rejected because of its `Content-Encoding` is aborted.
 *
 * @throws BinkError `timeout` when the time is up, `aborted` when the caller's `signal` aborts.
 */
export async function withTimeout<T>(
  limits: { timeout: number; signal?: AbortSignal | undefined },
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { timeout, signal } = limits
  if (signal?.aborted) throw aborted(signal)

  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let onAbort = () => {}
  const interrupted = new Promise<never>((_, reject) => {
    const interrupt = (error: BinkError) => {
      reject(error)
      controller.abort()
    }
    timer = setTimeout(() => interrupt(timedOut(timeout)), timeout)
    onAbort = () => interrupt(aborted(signal))
    signal?.addEventListener("abort", onAbort)
  })
  try {
    return await Promise.race([interrupted, task(controller.signal)])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", onAbort)
  }
}

function timedOut(timeout: number): BinkError {
  return new BinkError(
    "timeout",
    `Bink did not send a complete response within ${timeout} ms. Try again, or raise the timeout option if this happens often.`,
  )
}

function aborted(signal: AbortSignal | undefined): BinkError {
  return new BinkError("aborted", "The request to Bink was aborted by its signal.", { cause: signal?.reason })
}
