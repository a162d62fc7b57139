import { BinkError, type BinkErrorCode } from "../errors.js"

/** An answer with any other status than 200, as an error. The body is no part of it: it may quote the request. */
export function refusal(response: Response): BinkError {
  const { status } = response
  const [code, message] = explain(status)
  return new BinkError(code, message, { status, retryAfter: retryAfter(response.headers) })
}

function explain(status: number): [BinkErrorCode, string] {
  if (status === 401 || status === 403) {
    return [
      "unauthorized",
      `Bink refused the request (HTTP ${status}): the token has expired, was revoked, or is not one of Bink's. Sign in again, or make a new token.`,
    ]
  }
  if (status === 429) {
    return [
      "rate_limited",
      "Bink gets too many requests (HTTP 429). Wait, for retryAfter seconds where it is set.",
    ]
  }
  if (status >= 500) {
    return ["server_error", `Bink failed to answer (HTTP ${status}). Nothing is wrong here: try again later.`]
  }
  return [
    "invalid_response",
    `Bink answered with HTTP ${status} instead of 200, so nothing in it can be relied on. Check that baseUrl (or AUTH_BINK_ISSUER) is right: redirects are not followed.`,
  ]
}

/** `Retry-After` in seconds, from either of its forms: a number of seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value)
  // Every form of a date in HTTP begins with the day's name; `Date.parse` would make a year out of a mere number.
  const time = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - Date.now()) / 1000))
}
