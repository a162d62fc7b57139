/** A body that ends before its end, as a `fetch` sees it. */
class BrokenOff extends TypeError {
  constructor() {
    super("The emulator broke off: a truncate fault is in place.")
  }
}

/** Milliseconds between the bytes of a `dribble`. */
const DRIBBLE_INTERVAL = 1_000

/** Announces the whole body, sends half of it, and breaks off. */
export async function truncated(answer: Response): Promise<Response> {
  if (isBodiless(answer.status)) return answer
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent || half.length === 0) return controller.error(new BrokenOff())
      isSent = true
      controller.enqueue(half)
    },
  })
  const response = withBody(answer, body)
  response.headers.set("Content-Length", String(Math.max(bytes.length, 1)))
  return response
}

/** Sends a byte a second. */
export async function dribbled(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const stop = new AbortController()
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent >= bytes.length) return controller.close()
      if (sent > 0) await wait(DRIBBLE_INTERVAL, stop.signal).catch(() => undefined)
      if (!stop.signal.aborted) controller.enqueue(bytes.subarray(sent, ++sent))
    },
    cancel: () => stop.abort(),
  })
  return withBody(answer, body)
}

/** Real time, not the emulator's. Ends early, by rejecting, where nobody waits for the answer any more. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const timer = Number.isFinite(ms) ? setTimeout(settle, ms) : undefined
    const abandon = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener("abort", abandon, { once: true })
    function settle() {
      signal.removeEventListener("abort", abandon)
      resolve()
    }
  })
}

/** A status whose answer has no body, whatever anyone wants. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}

/** The same answer with another body. */
export function withBody(answer: Response, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(isBodiless(answer.status) ? null : body, answer)
}
