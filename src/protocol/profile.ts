import { parseVerificationLevel, type VerificationLevel } from "./levels.js"

/** Every plan that Bink documents. */
export const PLANS = ["FREE", "VERIFIED", "BUSINESS"] as const

/** A person's plan, by the names on Bink's page. It says nothing of how far they are verified. */
export type BinkPlan = (typeof PLANS)[number]

/** Whether a value is a plan that Bink documents. */
export function isPlan(value: unknown): value is BinkPlan {
  return (PLANS as readonly unknown[]).includes(value)
}

/** A person's public profile, as Bink's user endpoint answers it. */
export interface BinkProfile {
  /** Never empty, and the only field that names the person for good. */
  id: string
  name: string | null
  /** Bink does not say whether it has verified the address: never link accounts by it. */
  email: string | null
  username: string | null
  /** An `http:` or `https:` address of a picture. */
  avatar: string | null
  plan: BinkPlan
  verificationLevel: VerificationLevel
}

/**
 * Reads the body of the user endpoint: a profile, or `null` where the body names no person. Only a missing or
 * unusable `id` is fatal. Any other field that is not as documented falls back to the least it can mean, so that a
 * plan or a level that Bink adds later does not lock people out, nor lend them trust.
 */
export function parseProfile(body: unknown): BinkProfile | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null
  // Own fields only: a body with a "__proto__" key must not answer for fields that it lacks.
  const field = (name: keyof BinkProfile): unknown =>
    Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined

  const id = parseId(field("id"))
  if (id === null) return null
  const plan = field("plan")
  return {
    id,
    name: text(field("name")),
    email: text(field("email")),
    username: text(field("username")),
    avatar: webAddress(field("avatar")),
    plan: isPlan(plan) ? plan : "FREE",
    verificationLevel: parseVerificationLevel(field("verificationLevel")),
  }
}

/**
 * No more than 255 characters (OpenID Connect Core §2 holds subjects to the same), and none that is invisible: where a
 * database refuses an id, a person is left without an account, and where it changes one, two people share it.
 */
const ID = /^\P{C}{1,255}$/u

/** A number is taken as text. One past 2^53 is not: JSON has rounded it, and two people may share what is left. */
function parseId(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null
  const id = text(value)
  return id !== null && ID.test(id) ? id : null
}

/** NUL and half a surrogate pair are in no text that a database takes: nobody could sign in with such a name. */
function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" && !/[\0\p{Cs}]/u.test(value) ? value : null
}

/** A picture ends up in an `<img src>`: `javascript:`, `data:` and relative addresses are dropped. */
function webAddress(value: unknown): string | null {
  if (typeof value !== "string" || !URL.canParse(value)) return null
  const { protocol } = new URL(value)
  return protocol === "https:" || protocol === "http:" ? value : null
}
