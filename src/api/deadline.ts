import { BinkError } from "../errors.js"

/** How long a request to Bink may take, from its start to the last byte of the answer, in milliseconds. */
export const DEFAULT_TIMEOUT = 10_000

/** The longest delay that timers hold (HTML §8.7): one more millisecond, and they fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

/**
 * A time-out as given, or the default.
 *
 * @throws BinkError `invalid_option` for anything but a positive number of milliseconds that timers can hold.
 */
export function parseTimeout(timeout: number = DEFAULT_TIMEOUT): number {
  if (typeof timeout === "number" && timeout > 0 && timeout <= LONGEST_TIMEOUT) return timeout
  throw new BinkError(
    "invalid_option",
    "The time-out for requests to Bink is not a usable number of milliseconds. A request could hang, or never get an answer. " +
      `Set timeout to a positive number, ${LONGEST_TIMEOUT} at most, or leave it out for ${DEFAULT_TIMEOUT}.`,
  )
}

/**
 * Does some work within a time, body included: a server that sends one byte a second is as slow as one that sends
 * none. Holds even for a `fetch` that pays no attention to its signal. Where the work fails, the signal it was given
 * aborts, so that what it left unread is dropped; work that succeeds has read all of it.
 *
 * @throws BinkError `timeout` when the time is up; `aborted` when the caller's own `signal` says stop.
 */
export async function withDeadline<T>(
  limits: { timeout: number; signal?: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { timeout, signal } = limits
  if (signal?.aborted) throw aborted(signal)

  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let onAbort = () => {}
  const interrupted = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(timeout)), timeout)
    onAbort = () => reject(aborted(signal))
    signal?.addEventListener("abort", onAbort)
  })
  try {
    return await Promise.race([interrupted, work(controller.signal)])
  } catch (error) {
    controller.abort()
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", onAbort)
  }
}

function timedOut(timeout: number): BinkError {
  return new BinkError(
    "timeout",
    `Bink did not answer in full within ${timeout} ms, so the request was given up. Try again, or raise timeout if this is the rule.`,
  )
}

function aborted(signal: AbortSignal | undefined): BinkError {
  return new BinkError("aborted", "The request to Bink was given up because its signal was aborted.", {
    cause: signal?.reason,
  })
}
