/**
 * Marks Bink providers, so that `withBink` finds them under any `id`. A registered symbol, so that two copies of this
 * package agree. Auth.js ignores symbols when it merges and logs, and `{ ...Bink(), name: "…" }` copies them.
 */
const MARK = Symbol.for("authjs-bink.provider")

/** Marks a provider, or the function that returns one. */
export function markAsBink<T extends object>(provider: T): T {
  return Object.assign(provider, { [MARK]: true })
}

/** Returns `true` for a Bink provider, and for the function that returns one. */
export function isBinkProvider(provider: unknown): boolean {
  return (
    (typeof provider === "object" || typeof provider === "function") && provider !== null && MARK in provider
  )
}

/** The properties of a Bink provider that the session helpers use. */
export interface BinkProvider {
  id: string
  userinfo: { request: (context: object) => Promise<unknown> }
  /** The app's options, which override the properties above. */
  options?: { id?: string }
}

/** Returns the Bink provider with an id. */
export function findBink(providers: readonly unknown[], id: string): BinkProvider | undefined {
  const binks = providers.filter(isBinkProvider) as BinkProvider[]
  return binks.find((bink) => (bink.options?.id ?? bink.id) === id)
}
