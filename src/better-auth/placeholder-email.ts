import type { BinkProfile } from "../protocol/profile.js"

/** What is done about a person without an e-mail. */
export type MissingEmail = "refuse" | "placeholder" | ((profile: BinkProfile) => string | null)

/** An address for a person who has none, or `null` where they are to be turned away. */
export function placeholderEmail(profile: BinkProfile, missingEmail: MissingEmail): string | null {
  if (missingEmail === "refuse") return null
  if (typeof missingEmail === "function") return missingEmail(profile)
  // No mail ever leaves for a name under "invalid" (RFC 6761 §6.4).
  return `${localPart(profile.id)}@bink.invalid`
}

/**
 * An id as the part before the `@`. Better Auth puts addresses in lower case, where two ids could become one: any but a
 * plain one is spelt out, behind a dot that no plain one has.
 */
function localPart(id: string): string {
  if (/^[a-z0-9_-]+$/.test(id)) return id
  return `id.${[...new TextEncoder().encode(id)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`
}
