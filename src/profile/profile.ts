import { isVerificationLevel, parseVerificationLevel, type VerificationLevel } from "./levels.js"

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

/** How one field of a profile is read, checked and labelled. */
export interface ProfileField<Value> {
  /** English name of the field, for the emulator and the CLI. */
  label: string
  /** The documented values, to complete the sentence "it must be …". */
  expected: string
  /** Returns `true` for a value that Bink documents. */
  isDocumented(value: unknown): boolean
  /** Returns the value if it is valid, else `null`, `"FREE"` or level `0`. */
  parse(value: unknown): Value
}

/**
 * The seven fields. {@link parseProfile}, the emulator's seed check, its consent page and `authjs-bink whoami` all read
 * this table: a new field is one row here and one line in {@link BinkProfile}.
 */
export const PROFILE_FIELDS: {
  [Name in keyof BinkProfile]: ProfileField<Name extends "id" ? string | null : BinkProfile[Name]>
} = {
  id: {
    label: "ID",
    expected: "a non-empty string",
    isDocumented: (value) => typeof value === "string" && value.trim() !== "",
    parse: parseId,
  },
  name: nullableText("Name", (text) => truncate(text, MAX_SIZE.name)),
  email: nullableText("Email", (text) => (sizeOf(text) > MAX_SIZE.email ? null : text)),
  username: nullableText("Username", (text) => truncate(text, MAX_SIZE.username)),
  avatar: {
    label: "Picture",
    expected: "an http(s) URL or null",
    isDocumented: (value) => value === null || parseWebUrl(value) !== null,
    parse: parseWebUrl,
  },
  plan: {
    label: "Plan",
    expected: oneOf(PLANS),
    isDocumented: isPlan,
    parse: (value) => (isPlan(value) ? value : "FREE"),
  },
  verificationLevel: {
    label: "Verification",
    expected: "0, 1 (blue badge) or 2 (gold badge)",
    isDocumented: isVerificationLevel,
    parse: parseVerificationLevel,
  },
}

/**
 * The largest texts that are kept, in bytes of JSON, so that a session cookie with all of them stays below 8 kB: larger
 * request headers are rejected by many servers. An email address has at most 254 characters (RFC 5321).
 */
const MAX_SIZE = { name: 256, username: 256, email: 320, avatar: 2048 }

/** The names of the seven fields, in the order of Bink's developer page. */
export const PROFILE_FIELD_NAMES = Object.keys(PROFILE_FIELDS) as (keyof BinkProfile)[]

/**
 * Reads a response of the user endpoint. Returns `null` if it has no usable `id`. Any other field that is not as
 * documented becomes `null`, `"FREE"` or level `0`: a plan or level that Bink adds later must neither lock users out
 * nor show as more trust.
 *
 * @param body The parsed JSON.
 */
export function parseProfile(body: unknown): BinkProfile | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null
  const profile: Record<string, unknown> = {}
  for (const name of PROFILE_FIELD_NAMES) {
    // Own fields only, so that a `__proto__` in the response adds none.
    profile[name] = PROFILE_FIELDS[name].parse(
      Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined,
    )
  }
  return profile.id === null ? null : (profile as unknown as BinkProfile)
}

function isPlan(value: unknown): value is BinkPlan {
  return (PLANS as readonly unknown[]).includes(value)
}

/**
 * 1 to 255 characters, as OpenID Connect Core §2 limits subjects, and none that is invisible. A database may reject
 * such an id, or change it so that two users share an account.
 */
const ID = /^\P{C}{1,255}$/u

/** Accepts a number as well. Above 2^53 JSON has rounded it, and two users could share the result. */
function parseId(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null
  const id = parseText(value)
  return id !== null && ID.test(id) ? id : null
}

function nullableText(label: string, limit: (text: string) => string | null): ProfileField<string | null> {
  return {
    label,
    expected: "a string or null",
    isDocumented: (value) => value === null || typeof value === "string",
    parse(value) {
      const text = parseText(value)
      return text === null ? null : limit(text)
    },
  }
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length
}

/** Cuts a text after the last whole character, as users see characters, that fits. */
function truncate(text: string, maxSize: number): string | null {
  if (sizeOf(text) <= maxSize) return text
  let result = ""
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (sizeOf(result + segment) > maxSize) break
    result += segment
  }
  return result || null
}

/** Databases reject NUL and lone surrogates, so that a user with such a name could not sign in. */
function parseText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" && !/[\0\p{Cs}]/u.test(value) ? value : null
}

/** The avatar goes into an `<img src>`: `javascript:`, `data:` and relative URLs are dropped. */
function parseWebUrl(value: unknown): string | null {
  if (typeof value !== "string" || !URL.canParse(value)) return null
  const { protocol, href } = new URL(value)
  const isWeb = protocol === "https:" || protocol === "http:"
  return isWeb && sizeOf(href) <= MAX_SIZE.avatar && sizeOf(value) <= MAX_SIZE.avatar ? value : null
}

function oneOf(values: readonly string[]): string {
  return values
    .map((value) => `"${value}"`)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ")
}
