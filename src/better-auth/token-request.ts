import type { GenericOAuthConfig } from "better-auth/plugins"
import { withDeadline } from "../api/deadline.js"
import { endpointUrl } from "../protocol/endpoints.js"
import { type Credentials, hasCredentials, missingCredentials } from "../provider/credentials.js"
import { postForTokens } from "../provider/tokens.js"

type GetToken = NonNullable<GenericOAuthConfig["getToken"]>

interface Settings {
  baseUrl: string
  timeout: number
  credentials: Credentials
}

/**
 * Exchanges the code. Better Auth's own request knows no limit of time or size, and keeps every field of the answer.
 *
 * @throws BinkError `missing_credentials`, `timeout`, and what `postForTokens` throws; Better Auth logs it, and sends the
 *   person back with `?error=invalid_code`
 * @see RFC 6749 §4.1.3
 */
export async function exchangeCode(
  { code, redirectURI, codeVerifier }: Parameters<GetToken>[0],
  { baseUrl, timeout, credentials }: Settings,
): ReturnType<GetToken> {
  if (!hasCredentials(credentials)) throw missingCredentials()
  const form = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectURI,
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    code_verifier: codeVerifier || undefined,
  }
  const tokens = await withDeadline({ timeout }, (signal) =>
    postForTokens(fetch, endpointUrl("token", baseUrl), form, signal),
  )
  return {
    accessToken: tokens.access_token,
    tokenType: tokens.token_type,
    scopes: [],
    ...(tokens.expires_in ? { accessTokenExpiresAt: new Date(Date.now() + tokens.expires_in * 1000) } : {}),
  }
}
