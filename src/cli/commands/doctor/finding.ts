import { errorReference } from "../../../errors.js"

/** The result of one check. */
export interface Finding {
  /** `unknown` if the check cannot decide without a sign-in. */
  level: "ok" | "warning" | "error" | "unknown"
  /** Stable name of this result. */
  code: string
  message: string
  /** What to do. Errors and warnings have it. */
  fix?: string
}

/** Returns a fix that ends with the place in the installed package that explains an error. */
export function withReference(fix: string, code: string): string {
  const reference = errorReference(code)
  // A full stop after a command would be copied with it.
  return fix.endsWith(".") ? `${fix} See ${reference}` : `${fix} (see ${reference})`
}
