import type { Clock } from "./clock.js"
import type { Faults } from "./faults.js"
import type { Journal, LoggedRequest } from "./journal.js"
import type { Mint } from "./mint.js"
import type { Seed } from "./seed.js"
import type { Store } from "./store.js"

/** What an emulator remembers between requests. */
export interface Memory {
  readonly clock: Clock
  readonly mint: Mint
  readonly store: Store
  readonly faults: Faults
  readonly journal: Journal
}

/** One running emulator, as its endpoints see it. */
export interface Emulation extends Memory {
  readonly seed: Seed
  readonly state: "echo" | "drop"
  readonly pkce: "optional" | "ignore" | "require"
  readonly onRequest: ((request: LoggedRequest) => void) | undefined
  reset(): void
}

/** One request, read as far as every endpoint needs it. */
export interface Visit {
  readonly request: Request
  readonly url: URL
  /** What stands in front of the emulator's own paths, without a trailing slash: empty unless it is mounted. */
  readonly base: string
  /** What was posted, where it was a form. */
  readonly form: URLSearchParams | null
}
