import { BinkError } from "../errors.js"
import { withTimeout } from "../oauth/timeout.js"
import { type BinkProfile, parseProfile } from "../profile/profile.js"
import type { BinkProvider } from "../provider/mark.js"
import type { BinkAccess, Claims } from "./claims.js"
import { epochSeconds, toIdentity } from "./identity.js"

/** Option `revalidate` of `withBink`. */
export interface Revalidation {
  /** Age of an identity, in seconds, after which the next read of the session requests it again. */
  after: number
  /** Shares results between the instances of an app, so that one request serves all of them. @default none */
  store?: RevalidationStore | undefined
}

/**
 * A key-value store, such as Redis, Keyv or unstorage. Keys are hashes and contain no token. Values contain the user's
 * profile. A store that fails or is slow is treated as empty.
 *
 * @example Redis (node-redis)
 * const store = {
 *   get: (key) => redis.get(key),
 *   set: async (key, value, ttlSeconds) => void (await redis.set(key, value, { EX: ttlSeconds })),
 * }
 */
export interface RevalidationStore {
  /** Returns the value of a key, or `null`. */
  get(key: string): Promise<string | null>
  /** Stores a value. It may be removed after `ttlSeconds`. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>
}

/** Timeout of a revalidation request in milliseconds. Shorter than at sign-in, because a page is waiting for it. */
const TIMEOUT = 3_000

/** Seconds before its expiry at which a token is no longer used. An expired token would look like a rejected one. */
const EXPIRY_MARGIN = 5

/** Timeout of a read from the store in milliseconds. */
const STORE_TIMEOUT = 500

/** Maximum number of cached results. */
const CACHE_SIZE = 1_000

/** The profile, `"rejected"` (HTTP 401 or 403), or `"unavailable"` (any other failure). */
type Result = BinkProfile | "rejected" | "unavailable"

interface Outcome {
  result: Result
  /** When Bink was requested, in epoch seconds. */
  completedAt: number
}

interface CacheEntry {
  outcome: Promise<Outcome>
  /** Missing while the request is under way. */
  completedAt?: number
}

/**
 * Returns a function that updates the claims of a session. It resolves to `undefined` if Bink rejects the token or
 * returns a different user.
 *
 * A result is used for every read of the session in the next `after` seconds. Several reads may happen at once, and a
 * Server Component cannot write the result into the cookie.
 *
 * @throws BinkError `invalid_option` unless `after` is a number of seconds and `store` has `get` and `set`.
 */
export function createRevalidation(
  { after, store }: Revalidation,
  findProvider: (id: string) => BinkProvider | undefined,
): (claims: Claims) => Promise<Claims | undefined> {
  if (typeof after !== "number" || !(after >= 0)) throw invalidAfter()
  if (store && (typeof store.get !== "function" || typeof store.set !== "function")) throw invalidStore()
  const cache = new Map<string, CacheEntry>()
  const isDue = (since: number) => epochSeconds() - since >= after

  function request({ provider: id, token }: BinkAccess, userId: string): Promise<Outcome> {
    const key = `${id} ${token}`
    const cached = cache.get(key)
    if (cached && (cached.completedAt === undefined || !isDue(cached.completedAt))) return cached.outcome

    const requestBink = async () => {
      const result = await requestProfile(findProvider(id), token)
      return { result, completedAt: epochSeconds() }
    }
    const isUsable = ({ result, completedAt }: Outcome) => {
      const age = epochSeconds() - completedAt
      return age >= 0 && age < after && (typeof result === "string" || result.id === userId)
    }
    const outcome = store ? requestOnce({ store, key, after, isUsable, requestBink }) : requestBink()
    const entry: CacheEntry = { outcome }
    entry.outcome.then(({ completedAt }) => {
      entry.completedAt = completedAt
    })
    cache.delete(key)
    cache.set(key, entry)
    const [oldest] = cache.keys()
    if (cache.size > CACHE_SIZE && oldest) cache.delete(oldest)
    return entry.outcome
  }

  return async ({ bink, binkAccess }) => {
    // Without a valid token the identity stays as it was at `checkedAt`.
    if (!binkAccess || epochSeconds() > binkAccess.expiresAt - EXPIRY_MARGIN) return { bink }
    if (!isDue(Math.max(bink.checkedAt, binkAccess.askedAt))) return { bink, binkAccess }

    const { result, completedAt } = await request(binkAccess, bink.id)
    if (result === "unavailable") return { bink, binkAccess: { ...binkAccess, askedAt: completedAt } }
    if (result === "rejected" || result.id !== bink.id) return undefined
    return { bink: toIdentity(result, completedAt), binkAccess: { ...binkAccess, askedAt: 0 } }
  }
}

interface SharedRequest {
  store: RevalidationStore
  key: string
  after: number
  /** Returns `false` for an outcome that is too old, from the future or of another user. */
  isUsable: (stored: Outcome) => boolean
  requestBink: () => Promise<Outcome>
}

/** Returns a usable outcome from the store, or requests one and stores it. */
async function requestOnce({ store, key, after, isUsable, requestBink }: SharedRequest): Promise<Outcome> {
  const storeKey = `authjs-bink:${await sha256(key)}`
  const stored = await readStore(store, storeKey)
  if (stored && isUsable(stored)) return stored
  const outcome = await requestBink()
  // An outage is not shared: another instance may reach Bink. The session does not wait for the write.
  if (outcome.result !== "unavailable") {
    const ttlSeconds = Math.max(1, Math.ceil(after))
    Promise.resolve()
      .then(() => store.set(storeKey, JSON.stringify(outcome), ttlSeconds))
      .catch(() => {})
  }
  return outcome
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

async function readStore(store: RevalidationStore, key: string): Promise<Outcome | undefined> {
  try {
    const value: unknown = await withTimeout({ timeout: STORE_TIMEOUT }, async () => store.get(key))
    // Some clients return parsed JSON (Upstash, unstorage), others bytes.
    const isParsed = Object.hasOwn(Object(value), "completedAt")
    const { result, completedAt } = (isParsed ? value : JSON.parse(String(value))) as Record<string, unknown>
    const parsed = result === "rejected" ? result : parseProfile(result)
    return parsed && typeof completedAt === "number" ? { result: parsed, completedAt } : undefined
  } catch {
    return undefined
  }
}

/** Sends the provider's own profile request, with a shorter timeout. */
async function requestProfile(provider: BinkProvider | undefined, token: string): Promise<Result> {
  // The app may have removed the provider since the user signed in.
  if (!provider) return "unavailable"
  const { userinfo } = provider
  try {
    const body = await withTimeout({ timeout: TIMEOUT }, () =>
      userinfo.request({ tokens: { access_token: token }, provider }),
    )
    return parseProfile(body) ?? "unavailable"
  } catch (error) {
    return error instanceof BinkError && error.code === "unauthorized" ? "rejected" : "unavailable"
  }
}

function invalidAfter(): BinkError {
  return new BinkError(
    "invalid_option",
    "Invalid revalidate option: set revalidate: { after } to a number of seconds, such as 300, or leave revalidate out.",
  )
}

function invalidStore(): BinkError {
  return new BinkError(
    "invalid_option",
    "Invalid revalidate option: store needs the methods get(key) and set(key, value, ttlSeconds).",
  )
}
