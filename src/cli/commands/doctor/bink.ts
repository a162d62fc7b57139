import { BINK_BASE_URL, endpointUrl, parseBaseUrl } from "../../../oauth/endpoints.js"
import { callbackUrl } from "./callback-url.js"
import { checkCredentials } from "./credentials.js"
import type { Finding, Patient } from "./finding.js"
import { ask, reason } from "./request.js"

/** More than this between two clocks, and sessions and sign-ins start to look expired, or not yet made. */
const TOLERATED_SKEW = 60_000

/** Whether Bink answers, what time it is there, whether it hands `state` back, and whether it takes the credentials. */
export async function checkBink(patient: Patient): Promise<Finding[]> {
  const baseUrl = usableBaseUrl(patient.env.AUTH_BINK_ISSUER || BINK_BASE_URL)
  // The check of the environment has said so already.
  if (baseUrl === undefined) return []
  const sentAt = Date.now()
  try {
    const response = await ask(endpointUrl("user", baseUrl))
    return [
      checkAnswer(baseUrl, response),
      checkClock(response, sentAt),
      await checkState(patient, baseUrl),
      ...(await checkCredentials(patient, baseUrl)),
    ]
  } catch (error) {
    const isReal = baseUrl === BINK_BASE_URL
    return [
      {
        check: "bink",
        status: "error",
        says: `Bink cannot be reached at ${baseUrl} (${reason(error)}).`,
        fix: isReal
          ? "Check the network, a proxy and DNS of this machine."
          : "Start it, if it is the emulator: npx authjs-bink emulator. Else mend AUTH_BINK_ISSUER.",
        see: "network_error",
      },
    ]
  }
}

function usableBaseUrl(text: string): string | undefined {
  try {
    return parseBaseUrl(text)
  } catch {
    return undefined
  }
}

/** Asked without a token, a user endpoint refuses. */
function checkAnswer(baseUrl: string, { status }: Response): Finding {
  const check = "bink"
  if (status === 401 || status === 403) return { check, status: "ok", says: `Bink answers at ${baseUrl}.` }
  if (status >= 500) {
    return {
      check,
      status: "error",
      says: `Bink fails at ${baseUrl} (HTTP ${status}).`,
      fix: "Nothing is wrong here: try again later.",
      see: "server_error",
    }
  }
  return {
    check,
    status: "warning",
    says: `Something answers at ${baseUrl}, but not as a user endpoint refuses a request without a token (HTTP ${status}).`,
    fix: "Check AUTH_BINK_ISSUER, and whether a proxy or a login page stands in between.",
    see: "invalid_response",
  }
}

function checkClock(response: Response, sentAt: number): Finding {
  const check = "clock"
  const there = Date.parse(response.headers.get("date") ?? "")
  if (Number.isNaN(there)) return { check, status: "unknown", says: "Bink's answer names no time." }
  // The header was written at some moment between asking and now.
  const skew = (sentAt + Date.now()) / 2 - there
  if (Math.abs(skew) <= TOLERATED_SKEW) {
    return { check, status: "ok", says: "This machine's clock agrees with Bink's." }
  }
  const seconds = Math.round(Math.abs(skew) / 1000)
  return {
    check,
    status: "error",
    says: `This machine's clock is ${seconds} seconds ${skew > 0 ? "ahead of" : "behind"} Bink's: sessions and sign-ins will seem expired.`,
    fix: "Set the clock by the network: timedatectl set-ntp true, or the settings of the system.",
  }
}

/**
 * A request that is wrong on purpose, in its `response_type` alone, is sent straight back to the app with an error and
 * with the `state` it came with (RFC 6749 §4.1.2.1). So this can be known without anyone signing in, of a server that
 * keeps to that; of another, it stays unknown.
 */
async function checkState({ env, framework, url }: Patient, baseUrl: string): Promise<Finding> {
  const check = "state"
  const isAuthJs = framework === "auth.js" || framework === "next-auth 4"
  const redirectUri = callbackUrl({ env, url })
  const query = {
    client_id: env.AUTH_BINK_ID ?? "",
    redirect_uri: redirectUri,
    response_type: "none",
    state: "authjs-bink-doctor",
  }
  const response = await ask(`${endpointUrl("authorize", baseUrl)}?${new URLSearchParams(query)}`)
  const location = response.headers.get("location") ?? ""
  if (!location.startsWith(`${redirectUri}?`)) {
    return {
      check,
      status: "unknown",
      says: "Whether Bink hands state back cannot be seen without signing in, and its documentation does not say.",
      fix: `Sign in once.${isAuthJs ? ' If that fails and the log speaks of state, use Bink({ checks: ["pkce"] }).' : ""}`,
    }
  }
  if (new URL(location).searchParams.get("state") === query.state) {
    return { check, status: "ok", says: "Bink hands state back." }
  }
  return {
    check,
    status: "error",
    says: "Bink does not hand state back, so every sign-in will be refused, as it should be.",
    fix: isAuthJs
      ? 'If this Bink is to be trusted all the same, rely on PKCE alone: Bink({ checks: ["pkce"] }).'
      : "Ask whoever runs this Bink to do as RFC 6749 §4.1.2 requires.",
    see: "missing_state",
  }
}
