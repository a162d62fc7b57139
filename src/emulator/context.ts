import type { Faults } from "./faults/faults.js"
import type { LoggedRequest, RequestLog } from "./http/request-log.js"
import type { Seed } from "./seed.js"
import type { Clock, Store, TokenGenerator } from "./state.js"

/** State that emulators with the same `key` share. */
export interface SharedState {
  readonly clock: Clock
  readonly tokenGenerator: TokenGenerator
  readonly store: Store
  readonly faults: Faults
  readonly requestLog: RequestLog
}

/** Everything that the request handlers of one emulator read and change. */
export interface EmulatorState extends SharedState {
  readonly seed: Seed
  readonly options: {
    readonly state: "echo" | "drop"
    readonly pkce: "optional" | "ignore" | "require"
    readonly clientAuthentication: "body" | "ignore-header" | "any"
    readonly unknownParameters: "ignore" | "refuse"
    /** Without a trailing slash. */
    readonly publicUrl: string | undefined
    readonly onRequest: ((request: LoggedRequest) => void) | undefined
  }
  /** Restores the seed. */
  reset(): void
}

/** One request, with the parts that most handlers need. */
export interface RequestContext {
  readonly request: Request
  readonly url: URL
  /** Path under which the emulator is mounted, without a trailing slash. Empty if it is not mounted. */
  readonly base: string
  /** Fields of a posted form, or of a JSON body at the token endpoint. `null` for any other request. */
  readonly form: URLSearchParams | null
}
