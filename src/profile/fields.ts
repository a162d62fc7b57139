import { isVerificationLevel } from "./levels.js"
import { type BinkProfile, isPlan, PLANS } from "./profile.js"
import { parseWebUrl } from "./web-url.js"

/** How one field of a profile is labelled and checked. */
export interface ProfileField {
  /** English name of the field. */
  label: string
  /** The documented values, to complete the sentence "it must be …". */
  expected: string
  /** Returns `true` for a value that Bink documents. */
  isDocumented(value: unknown): boolean
}

/**
 * The seven fields, for the emulator's seed check, its pages and `authjs-bink whoami`. Separate from the parsers, so that
 * apps do not bundle these texts.
 */
export const PROFILE_FIELDS: Readonly<Record<keyof BinkProfile, ProfileField>> = {
  id: {
    label: "ID",
    expected: "a non-empty string",
    isDocumented: (value) => typeof value === "string" && value.trim() !== "",
  },
  name: nullableText("Name"),
  email: nullableText("Email"),
  username: nullableText("Username"),
  avatar: {
    label: "Picture",
    expected: "an http(s) URL or null",
    isDocumented: (value) => value === null || parseWebUrl(value) !== undefined,
  },
  plan: {
    label: "Plan",
    expected: PLANS.map((plan) => `"${plan}"`)
      .join(", ")
      .replace(/, (?=[^,]*$)/, " or "),
    isDocumented: isPlan,
  },
  verificationLevel: {
    label: "Verification",
    expected: "0, 1 (blue badge) or 2 (gold badge)",
    isDocumented: isVerificationLevel,
  },
}

function nullableText(label: string): ProfileField {
  return {
    label,
    expected: "a string or null",
    isDocumented: (value) => value === null || typeof value === "string",
  }
}
