/**
 * How one room knows another's work: the provider marks what it makes, and the session helpers look for the mark
 * to find Bink under any `id`. A registered symbol, so that two copies of this package in one app agree; Auth.js's
 * merging and logging pass over symbols, while an app's own `{ ...Bink(), name: "…" }` takes it along.
 */
const MARK = Symbol.for("authjs-bink.provider")

/** Marks a provider, or the function that makes one, as Bink's. Returns what it was given. */
export function markAsBink<T extends object>(provider: T): T {
  return Object.assign(provider, { [MARK]: true })
}

/** Whether a provider, or the function that makes one, is Bink's. */
export function isMarkedAsBink(provider: unknown): boolean {
  return (
    (typeof provider === "object" || typeof provider === "function") && provider !== null && MARK in provider
  )
}
