import type { BinkEndpoint } from "../../oauth/endpoints.js"
import type { EmulatorState } from "../context.js"
import { DOCUMENTED } from "../http/request-log.js"

/** Parameters that RFC 6749 and 7636 add to those of Bink's developer page, and the emulator's `login_hint`. */
const STANDARD: Record<BinkEndpoint, readonly string[]> = {
  authorize: ["state", "code_challenge", "code_challenge_method", "login_hint"],
  token: ["code_verifier"],
  user: [],
}

/**
 * With `unknownParameters: "refuse"`, returns the error description for the first parameter that is not defined. An empty
 * parameter counts as absent (RFC 6749 §3.1).
 */
export function refusedParam(
  { options }: EmulatorState,
  endpoint: BinkEndpoint,
  params: Iterable<[name: string, value: string]>,
): string | undefined {
  if (options.unknownParameters === "ignore") return undefined
  const known = [...DOCUMENTED[endpoint], ...STANDARD[endpoint]]
  for (const [name, value] of params) {
    if (value === "" || known.includes(name)) continue
    // Only a plain word is quoted: a name may be a token by mistake.
    const quoted = /^[a-z]{1,12}(_[a-z]{1,12}){0,2}$/.test(name) ? name : "A parameter"
    return `${quoted} is not defined by Bink's developer page, RFC 6749 or RFC 7636. Do not send it.`
  }
  return undefined
}
