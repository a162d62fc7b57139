import { endpointUrl, isConfidential } from "../../../oauth/endpoints.js"
import { callbackUrl } from "./callback-url.js"
import type { Finding, Patient } from "./finding.js"
import { ask } from "./request.js"

const check = "credentials"

/**
 * A code that was never given out is refused once the app itself has been believed: a server has to authenticate the
 * app before it can see whose the code is (RFC 6749 §4.1.3). So a wrong secret shows without anyone signing in.
 */
export async function checkCredentials({ env, url }: Patient, baseUrl: string): Promise<Finding[]> {
  const { AUTH_BINK_ID: id, AUTH_BINK_SECRET: secret } = env
  // What is missing, and an address that would carry the secret in the clear, the check of the environment has named.
  if (!id || !secret || !isConfidential(new URL(baseUrl))) return []
  const response = await ask(endpointUrl("token", baseUrl), {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: "authjs-bink-doctor",
      client_id: id,
      client_secret: secret,
      redirect_uri: callbackUrl({ env, url }),
    }),
  })
  const { error } = Object(await response.json().catch(() => undefined)) as { error?: unknown }
  if (error === "invalid_grant") {
    return [{ check, status: "ok", says: "Bink takes AUTH_BINK_ID and AUTH_BINK_SECRET." }]
  }
  if (error === "invalid_client") {
    return [
      {
        check,
        status: "error",
        says: "Bink refuses AUTH_BINK_ID and AUTH_BINK_SECRET (invalid_client): no sign-in can end.",
        fix: "Compare both with those that this Bink gave you (the emulator prints its own), and restart the app.",
        see: "token_refused",
      },
    ]
  }
  const says = "Whether AUTH_BINK_SECRET is right cannot be seen without signing in"
  return [{ check, status: "unknown", says: `${says} (HTTP ${response.status}).` }]
}
