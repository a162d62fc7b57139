import { endpointUrl, isConfidential } from "../../../oauth/endpoints.js"
import type { DoctorContext } from "./context.js"
import { type Finding, withReference } from "./finding.js"
import { readObject, request } from "./request.js"

/**
 * Sends a token request with an invalid code. The server authenticates the client before it looks at the code (RFC 6749
 * §4.1.3), so its error tells whether the credentials are correct, and no user has to sign in.
 */
export async function checkCredentials(
  { env, addresses }: DoctorContext,
  baseUrl: string,
): Promise<Finding[]> {
  const { AUTH_BINK_ID: id, AUTH_BINK_SECRET: secret } = env
  // Missing variables and insecure addresses are reported by the check of the environment.
  if (!id || !secret || !isConfidential(new URL(baseUrl))) return []
  const response = await request(endpointUrl("token", baseUrl), {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: "authjs-bink-doctor",
      client_id: id,
      client_secret: secret,
      redirect_uri: addresses.callbackUrl,
    }),
  })
  const { error } = await readObject(response)
  if (error === "invalid_grant") {
    return [
      {
        level: "ok",
        code: "credentials_accepted",
        message: "Bink accepts AUTH_BINK_ID and AUTH_BINK_SECRET.",
      },
    ]
  }
  if (error === "invalid_client") {
    return [
      {
        level: "error",
        code: "credentials_rejected",
        message: "Bink rejects AUTH_BINK_ID and AUTH_BINK_SECRET (invalid_client), so no sign-in succeeds.",
        fix: withReference(
          "Compare both with the credentials that Bink issued. The emulator prints its own. Then restart the app.",
          "token_refused",
        ),
      },
    ]
  }
  return [
    {
      level: "unknown",
      code: "credentials_unknown",
      message: `Whether AUTH_BINK_SECRET is correct is unknown without a sign-in (HTTP ${response.status}).`,
    },
  ]
}
