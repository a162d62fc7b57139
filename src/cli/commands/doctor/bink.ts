import { BINK_BASE_URL, endpointUrl, isLoopback, parseBaseUrl } from "../../../oauth/endpoints.js"
import { executeCommand } from "../../project/package-manager.js"
import type { DoctorContext } from "./context.js"
import { checkCredentials } from "./credentials.js"
import { type Finding, withReference } from "./finding.js"
import { CERTIFICATE_FIX, discard, isCertificateError, reasonOf, request } from "./request.js"

/** Milliseconds that two clocks may differ. With more, sessions and sign-ins look expired. */
const TOLERATED_SKEW = 60_000

/** Checks whether Bink is reachable, its clock, whether it returns `state`, and whether it accepts the credentials. */
export async function checkBink(context: DoctorContext): Promise<Finding[]> {
  const baseUrl = usableBaseUrl(context.env.AUTH_BINK_ISSUER || BINK_BASE_URL)
  // The check of the environment reports an invalid URL.
  if (baseUrl === undefined) return []
  const sentAt = Date.now()
  try {
    const response = await discard(await request(endpointUrl("user", baseUrl)))
    return [
      checkUserEndpoint(baseUrl, response),
      checkClock(response, sentAt),
      await checkState(context, baseUrl),
      ...(await checkCredentials(context, baseUrl)),
    ]
  } catch (error) {
    if (isCertificateError(error)) return [untrustedCertificate(baseUrl, error)]
    return [
      {
        level: "error",
        code: "bink_unreachable",
        message: `Bink is not reachable at ${baseUrl} (${reasonOf(error)}).`,
        fix: withReference(
          isLoopback(new URL(baseUrl))
            ? `Start the emulator: ${executeCommand(context.packageManager, "authjs-bink emulator")}`
            : "Check the network, the proxy and the DNS of this machine, and AUTH_BINK_ISSUER.",
          "network_error",
        ),
      },
    ]
  }
}

function untrustedCertificate(baseUrl: string, error: unknown): Finding {
  return {
    level: "error",
    code: "bink_certificate_untrusted",
    message: `Node.js does not trust the certificate of ${baseUrl} (${reasonOf(error)}).`,
    fix: CERTIFICATE_FIX,
  }
}

function usableBaseUrl(text: string): string | undefined {
  try {
    return parseBaseUrl(text)
  } catch {
    return undefined
  }
}

/** Without a token, a user endpoint responds with 401 or 403. */
function checkUserEndpoint(baseUrl: string, { status }: Response): Finding {
  if (status === 401 || status === 403) {
    return { level: "ok", code: "bink_reachable", message: `Bink responds at ${baseUrl}.` }
  }
  if (status >= 500) {
    return {
      level: "error",
      code: "bink_failed",
      message: `Bink fails at ${baseUrl} (HTTP ${status}).`,
      fix: withReference("Try again later.", "server_error"),
    }
  }
  return {
    level: "warning",
    code: "bink_unexpected_response",
    message: `The server at ${baseUrl} responds with HTTP ${status} to a request without a token, instead of 401.`,
    fix: withReference(
      "Check AUTH_BINK_ISSUER, and whether a proxy or a login page is in front of Bink.",
      "invalid_response",
    ),
  }
}

function checkClock(response: Response, sentAt: number): Finding {
  const remote = Date.parse(response.headers.get("date") ?? "")
  if (Number.isNaN(remote)) {
    return {
      level: "unknown",
      code: "clock_unknown",
      message: "Bink's response has no date, so the clocks cannot be compared.",
    }
  }
  // The header was written at some time between the request and now.
  const skew = (sentAt + Date.now()) / 2 - remote
  if (Math.abs(skew) <= TOLERATED_SKEW) {
    return { level: "ok", code: "clock_correct", message: "The clock of this machine agrees with Bink's." }
  }
  const seconds = Math.round(Math.abs(skew) / 1000)
  return {
    level: "error",
    code: "clock_wrong",
    message: `The clock of this machine is ${seconds} seconds ${skew > 0 ? "ahead of" : "behind"} Bink's, so sessions and sign-ins look expired.`,
    fix: "Synchronize the clock: timedatectl set-ntp true, or the date settings of the system.",
  }
}

/**
 * Sends an authorization request with an invalid `response_type`. The server redirects the error to the app with its
 * `state` (RFC 6749 §4.1.2.1), so no user has to sign in. With other servers the result is unknown.
 */
async function checkState({ env, framework, addresses }: DoctorContext, baseUrl: string): Promise<Finding> {
  const isAuthJs = framework === "auth.js" || framework === "next-auth 4"
  const redirectUri = addresses.callbackUrl
  const query = {
    client_id: env.AUTH_BINK_ID ?? "",
    redirect_uri: redirectUri,
    response_type: "none",
    state: "authjs-bink-doctor",
  }
  const response = await discard(
    await request(`${endpointUrl("authorize", baseUrl)}?${new URLSearchParams(query)}`),
  )
  const location = response.headers.get("location") ?? ""
  if (!location.startsWith(`${redirectUri}?`)) {
    return {
      level: "unknown",
      code: "state_unknown",
      message:
        "Whether Bink returns state is unknown without a sign-in, and its documentation does not state it.",
      fix: `Sign in once.${isAuthJs ? ' If the log then says that state is missing, use Bink({ checks: ["pkce"] }).' : ""}`,
    }
  }
  if (new URL(location).searchParams.get("state") === query.state) {
    return { level: "ok", code: "state_returned", message: "Bink returns state." }
  }
  return {
    level: "error",
    code: "state_missing",
    message: "Bink does not return state, so every sign-in is rejected.",
    fix: withReference(
      isAuthJs
        ? 'Rely on PKCE alone, if you trust this server: Bink({ checks: ["pkce"] }).'
        : "The server has to return state (RFC 6749 §4.1.2).",
      "missing_state",
    ),
  }
}
