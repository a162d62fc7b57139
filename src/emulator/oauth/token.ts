import { ACCESS_TOKEN_LIFETIME } from "../../oauth/endpoints.js"
import type { EmulatorState, RequestContext } from "../context.js"
import { param, repeatedParam } from "../http/request.js"
import { json, oauthError } from "../http/responses.js"
import type { AuthorizationCode } from "../state.js"
import { refusedParam } from "./parameters.js"

const PARAMS = ["grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier"]

/**
 * Token endpoint, `POST /api/oauth/token`. Exchanges an authorization code for an access token.
 *
 * @see RFC 6749 §4.1.3, §5; RFC 7636 §4.5–4.6; RFC 9700 §4.8.2
 */
export async function token(
  emulator: EmulatorState,
  { request, url, form }: RequestContext,
): Promise<Response> {
  if (!form) {
    return oauthError(
      "invalid_request",
      "The body must be a form, or a JSON object of strings with the content type application/json, of at most 64 KiB.",
    )
  }
  if (PARAMS.some((name) => url.searchParams.has(name))) {
    return oauthError("invalid_request", "Send the parameters in the body: URLs are logged.")
  }
  const repeated = repeatedParam(form, PARAMS)
  if (repeated) return oauthError("invalid_request", `${repeated} occurs more than once.`)

  const unknown = refusedParam(emulator, "token", [...url.searchParams, ...form])
  if (unknown) return oauthError("invalid_request", unknown)

  const clientId = authenticate(emulator, request, form)
  if (clientId instanceof Response) return clientId

  const grantType = param(form, "grant_type")
  if (!grantType) {
    return oauthError("invalid_request", "grant_type is missing. It must be authorization_code.")
  }
  if (grantType !== "authorization_code") {
    return oauthError("unsupported_grant_type", "grant_type must be authorization_code.")
  }
  const code = param(form, "code")
  if (!code) return oauthError("invalid_request", "code is missing.")
  if (!param(form, "redirect_uri")) {
    return oauthError("invalid_request", "redirect_uri is missing. Send that of the authorization request.")
  }
  const entry = emulator.store.codes.get(code)
  const verifier = param(form, "code_verifier")
  // Awaited before the code is checked, so that parallel requests cannot use one code twice.
  const isVerified = await isVerifierValid(emulator, entry, verifier)
  const codeError = checkCode(emulator, entry, clientId, form)
  if (codeError || !entry) return oauthError("invalid_grant", codeError ?? "")
  if (!isVerified) return oauthError("invalid_grant", describeVerifierError(entry, verifier))

  const accessToken = emulator.tokenGenerator.generate(40)
  entry.accessToken = accessToken
  emulator.store.accessTokens.set(accessToken, {
    id: emulator.tokenGenerator.generate(8),
    userId: entry.userId,
    clientId: entry.clientId,
    expiresAt: emulator.clock.now() + ACCESS_TOKEN_LIFETIME * 1_000,
  })
  return json({ access_token: accessToken, token_type: "Bearer", expires_in: ACCESS_TOKEN_LIFETIME })
}

/** Checks the client credentials and returns the client id. Bink documents them in the body only. */
function authenticate(
  { seed, options }: EmulatorState,
  request: Request,
  form: URLSearchParams,
): string | Response {
  const { clientAuthentication } = options
  const secret = param(form, "client_secret")
  // An empty header counts as absent.
  const header =
    clientAuthentication === "ignore-header" ? null : request.headers.get("Authorization") || null
  if (header !== null && clientAuthentication === "body") {
    return secret
      ? oauthError(
          "invalid_request",
          "Credentials are in the Authorization header and in the body. Use the body only.",
        )
      : // RFC 6749 §5.2 requires the challenge for a client that sends the header.
        invalidClient("Send client_id and client_secret in the body, not in the Authorization header.", BASIC)
  }
  const basic = header === null ? undefined : parseBasic(header)
  if (basic === null) return invalidClient("The Authorization header is not valid HTTP Basic.", BASIC)
  const clientId = basic?.clientId ?? param(form, "client_id")
  if (!clientId) return invalidClient("client_id is missing.")
  if (basic && [clientId, null].includes(param(form, "client_id")) === false) {
    return oauthError("invalid_request", "client_id differs between the Authorization header and the body.")
  }
  const client = seed.clients.get(clientId)
  const given = [basic?.clientSecret, secret].filter((each) => typeof each === "string")
  if (given.length === 0) return invalidClient("client_secret is missing.")
  if (!client) return invalidClient("client_id is not registered.")
  if (given.some((each) => each !== client.clientSecret)) return invalidClient("client_secret is wrong.")
  return clientId
}

const BASIC = { "WWW-Authenticate": 'Basic realm="Bink"' }

/** Parses HTTP Basic authentication, with form-encoded parts (RFC 6749 §2.3.1). Returns `null` for anything else. */
function parseBasic(header: string): { clientId: string; clientSecret: string } | null {
  try {
    const [, encoded = ""] = /^basic +([\w+/=-]+) *$/i.exec(header) ?? []
    const [, clientId = "", clientSecret = ""] = /^([^:]*):(.*)$/s.exec(atob(encoded)) ?? []
    const decode = (text: string) => decodeURIComponent(text.replaceAll("+", " "))
    return { clientId: decode(clientId), clientSecret: decode(clientSecret) }
  } catch {
    return null
  }
}

function invalidClient(description: string, headers: Record<string, string> = {}): Response {
  return oauthError("invalid_client", description, { status: 401, headers })
}

/** Checks a code, without its verifier. Returns the error. A second use also revokes the code's access token. */
function checkCode(
  { store, clock }: EmulatorState,
  entry: AuthorizationCode | undefined,
  clientId: string,
  form: URLSearchParams,
): string | undefined {
  if (!entry) return "The code is unknown."
  if (entry.clientId !== clientId) return "The code was issued to another client."
  if (entry.accessToken !== null) {
    store.accessTokens.delete(entry.accessToken)
    return "The code was used before. Its access token is now revoked."
  }
  if (entry.expiresAt <= clock.now()) return "The code has expired."
  if (entry.redirectUri !== form.get("redirect_uri")) {
    return "redirect_uri differs from that of the authorization request."
  }
  return undefined
}

/** A code_verifier (RFC 7636 §4.1). */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/

/** A verifier without a challenge is invalid: an attacker may have removed the challenge (RFC 9700 §4.8.2). */
async function isVerifierValid(
  { options }: EmulatorState,
  entry: AuthorizationCode | undefined,
  verifier: string | null,
): Promise<boolean> {
  if (options.pkce === "ignore" || !entry) return true
  if (entry.codeChallenge === null) return verifier === null
  if (verifier === null || !VERIFIER.test(verifier)) return false
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=$/, "") === entry.codeChallenge
}

function describeVerifierError({ codeChallenge }: AuthorizationCode, verifier: string | null): string {
  if (verifier === null) return "code_verifier is missing. The authorization request had a code_challenge."
  if (codeChallenge === null)
    return "code_verifier was sent, but the authorization request had no code_challenge."
  return "code_verifier does not match the code_challenge."
}
