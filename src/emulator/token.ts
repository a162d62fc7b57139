import { json, oauthError } from "./answers.js"
import type { Emulation, Visit } from "./emulation.js"
import { repeated, value } from "./form.js"
import { isS256Match } from "./pkce.js"
import { type Grant, TOKEN_LIFETIME } from "./store.js"

const PARAMS = ["grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier"]

/**
 * Exchanges a code for an access token: `POST /api/oauth/token`.
 *
 * @see RFC 6749 §4.1.3, §5; RFC 7636 §4.5–4.6; RFC 9700 §4.8.2
 */
export async function token(bink: Emulation, { request, url, form }: Visit): Promise<Response> {
  if (!form) {
    return oauthError(
      "invalid_request",
      "The body must be application/x-www-form-urlencoded, and of 64 KiB at most.",
    )
  }
  if (PARAMS.some((name) => url.searchParams.has(name))) {
    return oauthError("invalid_request", "Parameters belong into the body: addresses end up in logs.")
  }
  const twice = repeated(form, PARAMS)
  if (twice) return oauthError("invalid_request", `${twice} is there more than once.`)

  const refusal = refuseClient(bink, request, form)
  if (refusal) return refusal

  const grantType = value(form, "grant_type")
  if (!grantType)
    return oauthError("invalid_request", "grant_type is missing: it must be authorization_code.")
  if (grantType !== "authorization_code") {
    return oauthError("unsupported_grant_type", "grant_type must be authorization_code.")
  }
  const code = value(form, "code")
  if (!code) return oauthError("invalid_request", "code is missing.")
  if (!value(form, "redirect_uri")) {
    return oauthError("invalid_request", "redirect_uri is missing: the same as in the authorization request.")
  }
  const grant = bink.store.grants.get(code)
  const verifier = value(form, "code_verifier")
  // Before the checks, so that nothing can come in between them and the code's being used.
  const isVerified = await isVerifierRight(bink, grant, verifier)
  const fault = faultOf(bink, grant, form)
  if (fault || !grant) return oauthError("invalid_grant", fault ?? "")
  if (!isVerified) {
    return oauthError(
      "invalid_grant",
      verifier === null
        ? "code_verifier is missing: the authorization request had a code_challenge."
        : grant.codeChallenge === null
          ? "There is a code_verifier, but the authorization request had no code_challenge."
          : "code_verifier does not fit the code_challenge.",
    )
  }
  const accessToken = bink.mint.make(40)
  grant.accessToken = accessToken
  bink.store.accessTokens.set(accessToken, {
    id: bink.mint.make(8),
    personId: grant.personId,
    clientId: grant.clientId,
    expiresAt: bink.clock.now() + TOKEN_LIFETIME * 1_000,
  })
  return json({ access_token: accessToken, token_type: "Bearer", expires_in: TOKEN_LIFETIME })
}

/** Credentials in the body alone, as Bink documents them. */
function refuseClient(bink: Emulation, request: Request, form: URLSearchParams): Response | undefined {
  const secret = value(form, "client_secret")
  if (request.headers.has("Authorization")) {
    // RFC 6749 §5.2 wants the header answered in kind, although no scheme would be taken.
    return secret
      ? oauthError("invalid_request", "The app authenticates in two ways. Bink takes the body's alone.")
      : invalidClient("The Authorization header is not taken: client_id and client_secret go in the body.", {
          "WWW-Authenticate": 'Basic realm="Bink"',
        })
  }
  const clientId = value(form, "client_id")
  if (!clientId) return invalidClient("client_id is missing.")
  if (!secret) return invalidClient("client_secret is missing.")
  const client = bink.seed.clients.get(clientId)
  if (!client) return invalidClient("No app is registered under this client_id.")
  if (client.clientSecret !== secret) return invalidClient("client_secret is wrong.")
  return undefined
}

function invalidClient(description: string, headers: Record<string, string> = {}): Response {
  return oauthError("invalid_client", description, { status: 401, headers })
}

/** What is wrong with a code, its verifier aside. A replay also takes back what the code was exchanged for. */
function faultOf(bink: Emulation, grant: Grant | undefined, form: URLSearchParams): string | undefined {
  if (!grant) return "The code is unknown."
  if (grant.clientId !== form.get("client_id")) return "The code was given to another app."
  if (grant.accessToken !== null) {
    bink.store.accessTokens.delete(grant.accessToken)
    return "The code was used before. The token it was exchanged for is revoked."
  }
  if (grant.expiresAt <= bink.clock.now()) return "The code has expired."
  if (grant.redirectUri !== form.get("redirect_uri")) {
    return "redirect_uri is not the one of the authorization request."
  }
  return undefined
}

/** A verifier that nobody asked for is refused too: it shows that the challenge was taken away on the way. */
async function isVerifierRight(
  bink: Emulation,
  grant: Grant | undefined,
  verifier: string | null,
): Promise<boolean> {
  if (bink.pkce === "ignore" || !grant) return true
  if (grant.codeChallenge === null) return verifier === null
  return verifier !== null && (await isS256Match(verifier, grant.codeChallenge))
}
