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
    `Invalid timeout: it must be a positive number of ms, at most ${MAX_TIMEOUT}.`,
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
  const controller = new AbortController()
  return new Promise((resolve, reject) => {
    const interrupt = (code: "timeout" | "aborted", message: string) => () => {
      reject(new BinkError(code, message, { cause: signal?.reason }))
      controller.abort()
    }
    const onAbort = interrupt("aborted", "The request was aborted by its signal.")
    if (signal?.aborted) return onAbort()
    const onTimeout = interrupt(
      "timeout",
      `Bink did not send a complete response within ${timeout} ms. Try again later, or raise timeout.`,
    )
    const timer = setTimeout(onTimeout, timeout)
    signal?.addEventListener("abort", onAbort)
    task(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer)
        signal?.removeEventListener("abort", onAbort)
      })
  })
}
