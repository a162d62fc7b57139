import { parseVerificationLevel, type VerificationLevel } from "./levels.js"
import { parseWebUrl } from "./web-url.js"

/** Every plan that Bink documents. */
export const PLANS = ["FREE", "VERIFIED", "BUSINESS"] as const

/** A user's plan. It is independent of the verification level. */
export type BinkPlan = (typeof PLANS)[number]

/** A user's public profile, as Bink's user endpoint returns it. */
export interface BinkProfile {
  /** Never empty. The only field that identifies the user permanently. */
  id: string
  name: string | null
  /** Bink does not state whether the address is verified. Never link accounts by it. */
  email: string | null
  username: string | null
  /** An `http:` or `https:` URL of a picture. */
  avatar: string | null
  plan: BinkPlan
  verificationLevel: VerificationLevel
}

type Parsers = {
  [Name in keyof BinkProfile]: (value: unknown) => Name extends "id" ? string | null : BinkProfile[Name]
}

/**
 * How each field is read: returns the value if it is valid, else `null`, `"FREE"` or level `0`. Sizes are limited so that
 * a session cookie with all texts stays below 8 kB: larger request headers are rejected by many servers. An id has at most
 * 255 ASCII characters (OpenID Connect Core §2), an email address 254 (RFC 5321). Sizes include the quotes.
 */
const PARSERS: Parsers = {
  id: (value) => limit(parseId(value), 257),
  name: (value) => truncate(parseText(value), 256),
  email: (value) => limit(parseText(value), 256),
  username: (value) => truncate(parseText(value), 256),
  // Goes into an `<img src>`: `javascript:`, `data:` and relative URLs are dropped.
  avatar: (value) => {
    const url = parseWebUrl(value)
    return url ? limit(url.href, 2048) && limit(value as string, 2048) : null
  },
  plan: (value) => (isPlan(value) ? value : "FREE"),
  verificationLevel: parseVerificationLevel,
}

/** The names of the seven fields, in the order of Bink's developer page. */
export const PROFILE_FIELD_NAMES = Object.keys(PARSERS) as (keyof BinkProfile)[]

/**
 * Reads a profile that you requested without `getBinkUser`, or that Auth.js passes to a callback.
 *
 * Only `id` is required. Any other field that is not as documented becomes `null`, `"FREE"` or level `0`: a plan or
 * level that Bink adds later must neither lock users out nor show as more trust. Long texts are cut (`name`, `username`)
 * or become `null` (`email`, `avatar`).
 *
 * @param body The parsed JSON of the user endpoint. Any value is accepted.
 * @returns The profile with exactly the documented fields, or `null` if `body` has no usable `id`.
 *
 * @example
 * import { parseProfile } from "authjs-bink/api"
 *
 * const profile = parseProfile(await response.json())
 * if (!profile) throw new Error("Not a Bink profile")
 *
 * @see Bink's developer page, "API Reference"
 */
export function parseProfile(body: unknown): BinkProfile | null {
  const fields = Object(body)
  const profile: Record<string, unknown> = {}
  for (const name of PROFILE_FIELD_NAMES) {
    // Own fields only, so that a `__proto__` in the response adds none.
    profile[name] = PARSERS[name](Object.hasOwn(fields, name) ? fields[name] : undefined)
  }
  return profile.id === null ? null : (profile as unknown as BinkProfile)
}

/** Returns `true` for a plan that Bink documents. */
export function isPlan(value: unknown): value is BinkPlan {
  return (PLANS as readonly unknown[]).includes(value)
}

/** No character is invisible. A database may reject such an id, or change it so that two users share an account. */
const ID = /^\P{C}+$/u

/** Accepts a number as well. Above 2^53 JSON has rounded it, and two users could share the result. */
function parseId(value: unknown): string | null {
  const id = parseText(Number.isSafeInteger(value) ? String(value) : value)
  return id && ID.test(id) ? id : null
}

/** Databases reject NUL and lone surrogates, so that a user with such a name could not sign in. */
function parseText(value: unknown): string | null {
  return typeof value === "string" && /^(?=.*\S)[^\0\p{Cs}]+$/su.test(value) ? value : null
}

/**
 * Returns `null` for a text of more than `maxSize` bytes as JSON. Counting is slow, and every read of a session parses an
 * identity, so that short texts are not counted: a UTF-16 unit has at most 6 bytes, as `\u0000`.
 */
function limit(text: string | null, maxSize: number): string | null {
  const isLong = text && text.length > maxSize / 8
  return isLong && new TextEncoder().encode(JSON.stringify(text)).length > maxSize ? null : text
}

/** Cuts a text after the last whole character, as users see characters, that fits. */
function truncate(text: string | null, maxSize: number): string | null {
  if (limit(text, maxSize) === text) return text
  let result = ""
  for (const { segment } of new Intl.Segmenter().segment(text as string)) {
    if (!limit(result + segment, maxSize)) break
    result += segment
  }
  return result || null
}
