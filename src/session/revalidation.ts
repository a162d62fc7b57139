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
}

/** Timeout of a revalidation request in milliseconds. Shorter than at sign-in, because a page is waiting for it. */
const TIMEOUT = 3_000

/** Seconds before its expiry at which a token is no longer used. An expired token would look like a rejected one. */
const EXPIRY_MARGIN = 5

/** Maximum number of cached results. */
const CACHE_SIZE = 1_000

/** The profile, `"rejected"` (HTTP 401 or 403), or `"unavailable"` (any other failure). */
type Result = BinkProfile | "rejected" | "unavailable"

interface CacheEntry {
  result: Promise<Result>
  /** Epoch seconds. Missing while the request is under way. */
  completedAt?: number
}

/**
 * Returns a function that updates the claims of a session. It resolves to `undefined` if Bink rejects the token or
 * returns a different user.
 *
 * A result is used for every read of the session in the next `after` seconds. Several reads may happen at once, and a
 * Server Component cannot write the result into the cookie.
 *
 * @throws BinkError `invalid_option` unless `after` is a number of seconds.
 */
export function createRevalidation(
  { after }: Revalidation,
  findProvider: (id: string) => BinkProvider | undefined,
): (claims: Claims) => Promise<Claims | undefined> {
  if (typeof after !== "number" || !(after >= 0)) throw invalidAfter()
  const cache = new Map<string, CacheEntry>()
  const isDue = (since: number) => epochSeconds() - since >= after

  function request({ provider: id, token }: BinkAccess): Promise<Result> {
    const key = `${id} ${token}`
    const cached = cache.get(key)
    if (cached && (cached.completedAt === undefined || !isDue(cached.completedAt))) return cached.result

    const entry: CacheEntry = { result: requestProfile(findProvider(id), token) }
    entry.result.then(() => {
      entry.completedAt = epochSeconds()
    })
    cache.delete(key)
    cache.set(key, entry)
    const [oldest] = cache.keys()
    if (cache.size > CACHE_SIZE && oldest) cache.delete(oldest)
    return entry.result
  }

  return async ({ bink, binkAccess }) => {
    // Without a valid token the identity stays as it was at `checkedAt`.
    if (!binkAccess || epochSeconds() > binkAccess.expiresAt - EXPIRY_MARGIN) return { bink }
    if (!isDue(Math.max(bink.checkedAt, binkAccess.askedAt ?? 0))) return { bink, binkAccess }

    const result = await request(binkAccess)
    const now = epochSeconds()
    if (result === "unavailable") return { bink, binkAccess: { ...binkAccess, askedAt: now } }
    if (result === "rejected" || result.id !== bink.id) return undefined
    const { askedAt: _, ...access } = binkAccess
    return { bink: toIdentity(result, now), binkAccess: access }
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
