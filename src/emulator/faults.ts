import { BinkError } from "../errors.js"
import { type BinkEndpoint, ENDPOINT_PATHS } from "../oauth/endpoints.js"

/** Something that goes wrong on an endpoint. What is not named stays as it would have been. */
export interface Fault {
  endpoint: BinkEndpoint
  /** How many requests it meets. Without it, it stays until it is taken away. */
  times?: number | undefined
  /** Answers with this status. From 300 on the endpoint does none of its work: no code is used up. */
  status?: number | undefined
  /** Set over the headers of the answer. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Answers with this body in place of its own: a text as it is, anything else as JSON. The endpoint does none of its work. */
  body?: unknown
  /** Adds these fields to a JSON answer, over its own. */
  extra?: Readonly<Record<string, unknown>> | undefined
  /** Leaves these fields out of a JSON answer. */
  omit?: readonly string[] | undefined
  /** Milliseconds of real time before the answer. */
  delay?: number | undefined
  kind?: FaultKind | undefined
}

/**
 * - `hang`: never answers.
 * - `reset`: breaks the connection without an answer.
 * - `truncate`: announces the whole body, sends half, and breaks the connection.
 * - `malformed`: a body that cannot be parsed.
 * - `dribble`: one byte of the body a second.
 * - `expired_code`: the token endpoint finds the code expired.
 * - `revoked_token`: the user endpoint finds the token revoked.
 */
export type FaultKind = (typeof KINDS)[number]

const KINDS = ["hang", "reset", "truncate", "malformed", "dribble", "expired_code", "revoked_token"] as const

/** A fault in place, with the name it can be taken away by. */
export interface StandingFault extends Fault {
  id: string
}

/** What can be made to go wrong. Each request meets one fault at most: the oldest that is still in place. */
export class Faults {
  #standing: { fault: StandingFault; left: number }[] = []
  #added = 0

  /**
   * Puts a fault in place, and returns a function that takes it away again.
   *
   * @throws BinkError `invalid_fault`
   * @example
   * bink.faults.add({ endpoint: "user", times: 1, status: 503 })
   */
  add(fault: Fault): () => void {
    const id = this.put(fault)
    return () => void this.remove(id)
  }

  /** Takes all of them away. */
  clear(): void {
    this.#standing = []
  }

  /** Those in place, oldest first, with the number of requests that each still meets. */
  list(): StandingFault[] {
    return this.#standing.map(({ fault, left }) => ({
      ...fault,
      ...(Number.isFinite(left) && { times: left }),
    }))
  }

  /** @internal */
  put(fault: Fault): string {
    const id = `fault-${++this.#added}`
    this.#standing.push({
      fault: { ...checkFault(fault), id },
      left: fault.times ?? Number.POSITIVE_INFINITY,
    })
    return id
  }

  /** @internal */
  remove(id: string): boolean {
    const before = this.#standing.length
    this.#standing = this.#standing.filter(({ fault }) => fault.id !== id)
    return this.#standing.length < before
  }

  /** @internal The fault that the next request of an endpoint meets, counted down. */
  take(endpoint: BinkEndpoint): Fault | undefined {
    const met = this.#standing.find(({ fault }) => fault.endpoint === endpoint)
    if (met && --met.left <= 0) this.remove(met.fault.id)
    return met?.fault
  }
}

function checkFault(fault: Fault): Fault {
  if (typeof fault !== "object" || fault === null || Array.isArray(fault))
    throw broken("it must be an object")
  const { endpoint, times, status, headers, delay, kind, extra, omit } = fault
  if (!Object.hasOwn(ENDPOINT_PATHS, endpoint ?? ""))
    throw broken('endpoint must be "authorize", "token" or "user"')
  if (times !== undefined && !(Number.isInteger(times) && times > 0))
    throw broken("times must be a whole number, 1 or more")
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
    throw broken("status must be a whole number from 200 to 599")
  }
  if (delay !== undefined && !(Number.isFinite(delay) && delay >= 0 && delay < 2 ** 31)) {
    throw broken("delay must be a number of milliseconds, 0 or more")
  }
  if (kind !== undefined && !KINDS.includes(kind)) throw broken(`kind must be one of ${KINDS.join(", ")}`)
  if (kind === "expired_code" && endpoint !== "token")
    throw broken("expired_code belongs to the token endpoint")
  if (kind === "revoked_token" && endpoint !== "user")
    throw broken("revoked_token belongs to the user endpoint")
  if (extra !== undefined && (typeof extra !== "object" || extra === null))
    throw broken("extra must be an object")
  if (omit !== undefined && !Array.isArray(omit)) throw broken("omit must be a list of field names")
  try {
    new Headers(headers)
  } catch {
    throw broken("headers must be an object of HTTP header names and values")
  }
  return fault
}

function broken(problem: string): BinkError {
  return new BinkError(
    "invalid_fault",
    `The fault cannot be put in place: ${problem}. It would never have shown. Mend it and add it again.`,
  )
}
