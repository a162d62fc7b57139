/** A server that takes longer than this is as good as gone, for someone who waits at a terminal. */
const TIMEOUT = 10_000

/** One request that follows no redirect, since where it leads is what is being looked at. */
export function ask(url: string | URL, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT) })
}

/** Why a request failed, in the platform's own word: `ECONNREFUSED`, `TimeoutError`. */
export function reason(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return cause?.code ?? name ?? "no reason given"
}
