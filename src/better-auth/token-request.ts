import type { GenericOAuthConfig } from "better-auth/plugins"
import { withDeadline } from "../api/deadline.js"
import { send } from "../api/response.js"
import { endpointUrl } from "../protocol/endpoints.js"
import { type Credentials, hasCredentials, missingCredentials } from "../provider/credentials.js"
import { readTokens } from "../provider/tokens.js"

type GetToken = NonNullable<GenericOAuthConfig["getToken"]>

interface Settings {
  baseUrl: string
  timeout: number
  credentials: Credentials
}

/**
 * Exchanges the code. Better Auth's own request knows no limit of time or size, and keeps every field of the answer.
 *
 * @throws BinkError `missing_credentials`, `timeout`, and what `readTokens` throws; Better Auth logs it, and sends the
 *   person back with `?error=invalid_code`
 * @see RFC 6749 §4.1.3
 */
export async function exchangeCode(
  { code, redirectURI, codeVerifier }: Parameters<GetToken>[0],
  { baseUrl, timeout, credentials }: Settings,
): ReturnType<GetToken> {
  if (!hasCredentials(credentials)) throw missingCredentials()
  const { clientId = "", clientSecret = "" } = credentials
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectURI,
    client_id: clientId,
    client_secret: clientSecret,
    ...(codeVerifier ? { code_verifier: codeVerifier } : {}),
  })
  const tokens = await withDeadline({ timeout }, async (signal) => {
    const headers = { accept: "application/json" }
    return readTokens(
      await send(fetch, endpointUrl("token", baseUrl), { method: "POST", headers, body, signal }),
    )
  })
  return {
    accessToken: tokens.access_token,
    tokenType: tokens.token_type,
    scopes: [],
    ...(tokens.expires_in ? { accessTokenExpiresAt: new Date(Date.now() + tokens.expires_in * 1000) } : {}),
  }
}
