import { BinkError } from "../../errors.js"
import { type BinkEndpoint, ENDPOINT_PATHS } from "../../oauth/endpoints.js"

/** An error that an endpoint simulates. Properties that are left out do not change the response. */
export interface Fault {
  /** The endpoint that the fault affects. */
  endpoint: BinkEndpoint
  /** Number of requests that the fault affects. @default until it is removed */
  times?: number | undefined
  /** HTTP status. From 300 on, the endpoint does nothing else: an authorization code stays unused. */
  status?: number | undefined
  /** Headers that are set on the response, over its own. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Body of the response: a string as it is, other values as JSON. The endpoint does nothing else. */
  body?: unknown
  /** Fields that are set in a JSON response, over its own. */
  extra?: Readonly<Record<string, unknown>> | undefined
  /** Fields that are removed from a JSON response. */
  omit?: readonly string[] | undefined
  /** Milliseconds before the response, in real time. @default 0 */
  delay?: number | undefined
  /** A fault of the connection, of the body or of the token. @default none */
  kind?: FaultKind | undefined
}

/**
 * - `hang`: never responds.
 * - `reset`: closes the connection without a response.
 * - `truncate`: announces the whole body, sends half of it and closes the connection.
 * - `malformed`: sends a body that is not JSON.
 * - `dribble`: sends one byte of the body per second.
 * - `expired_code`: the token endpoint rejects the code as expired.
 * - `revoked_token`: the user endpoint rejects the access token as revoked.
 */
export type FaultKind = (typeof KINDS)[number]

const KINDS = ["hang", "reset", "truncate", "malformed", "dribble", "expired_code", "revoked_token"] as const

/** A fault that was added, with its id. */
export interface StandingFault extends Fault {
  /** Id for `DELETE /_bink/faults/<id>`. */
  id: string
}

/** The faults of an emulator. A request is affected by one fault at most, the oldest of its endpoint. */
export class Faults {
  #active: { fault: StandingFault; left: number }[] = []
  #added = 0

  /**
   * Adds a fault.
   *
   * @returns A function that removes the fault.
   * @throws BinkError `invalid_fault`
   * @example
   * bink.faults.add({ endpoint: "user", times: 1, status: 503 })
   */
  add(fault: Fault): () => void {
    const id = this.put(fault)
    return () => void this.remove(id)
  }

  /** Removes all faults. */
  clear(): void {
    this.#active = []
  }

  /** Returns the active faults, oldest first. `times` is the number of requests left. */
  list(): StandingFault[] {
    return this.#active.map(({ fault, left }) => ({
      ...fault,
      ...(Number.isFinite(left) && { times: left }),
    }))
  }

  /** @internal Adds a fault and returns its id. */
  put(fault: Fault): string {
    checkFault(fault)
    const id = `fault-${++this.#added}`
    this.#active.push({ fault: { ...fault, id }, left: fault.times ?? Number.POSITIVE_INFINITY })
    return id
  }

  /** @internal Removes a fault. Returns `false` for an unknown id. */
  remove(id: string): boolean {
    const before = this.#active.length
    this.#active = this.#active.filter(({ fault }) => fault.id !== id)
    return this.#active.length < before
  }

  /** @internal Returns the fault for the next request of an endpoint, and counts the request. */
  take(endpoint: BinkEndpoint): Fault | undefined {
    const active = this.#active.find(({ fault }) => fault.endpoint === endpoint)
    if (active && --active.left <= 0) this.remove(active.fault.id)
    return active?.fault
  }
}

function checkFault(fault: Fault): void {
  if (typeof fault !== "object" || fault === null || Array.isArray(fault))
    throw invalid("it must be an object")
  const { endpoint, times, status, headers, delay, kind, extra, omit } = fault
  if (!Object.hasOwn(ENDPOINT_PATHS, endpoint ?? "")) {
    throw invalid(`endpoint must be one of ${Object.keys(ENDPOINT_PATHS).join(", ")}`)
  }
  if (times !== undefined && !(Number.isInteger(times) && times > 0)) {
    throw invalid("times must be a positive integer")
  }
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
    throw invalid("status must be an integer from 200 to 599")
  }
  if (delay !== undefined && !(Number.isFinite(delay) && delay >= 0 && delay < 2 ** 31)) {
    throw invalid("delay must be a number of milliseconds, 0 or more")
  }
  if (kind !== undefined && !KINDS.includes(kind)) throw invalid(`kind must be one of ${KINDS.join(", ")}`)
  if (kind === "expired_code" && endpoint !== "token") {
    throw invalid('kind "expired_code" needs endpoint "token"')
  }
  if (kind === "revoked_token" && endpoint !== "user") {
    throw invalid('kind "revoked_token" needs endpoint "user"')
  }
  if (extra !== undefined && (typeof extra !== "object" || extra === null)) {
    throw invalid("extra must be an object")
  }
  if (omit !== undefined && !Array.isArray(omit)) throw invalid("omit must be a list of field names")
  try {
    new Headers(headers)
  } catch {
    throw invalid("headers must be an object of HTTP header names and values")
  }
}

function invalid(problem: string): BinkError {
  return new BinkError("invalid_fault", `Invalid fault: ${problem}.`)
}
