import { repeated, value } from "./form.js"
import type { BinkClient } from "./options.js"

/** An authorization request that has been found in order. */
export interface AuthorizationRequest {
  client: BinkClient
  redirectUri: string
  state: string | null
  codeChallenge: string | null
  /** The person whom the app expects, by id, username or e-mail address. */
  loginHint: string | null
}

/** A request that the person has to hear about, since there is no address that may be trusted with the error. */
export interface UntrustedRequest {
  problem:
    | "client_id_missing"
    | "client_unknown"
    | "redirect_uri_missing"
    | "redirect_uri_mismatch"
    | "repeated"
  client: BinkClient | null
  redirectUri: string | null
}

/** A request that the app hears about (RFC 6749 §4.1.2.1). */
export interface RefusedRequest {
  redirectUri: string
  state: string | null
  error: "invalid_request" | "unsupported_response_type"
  description: string
}

export type ParsedRequest =
  | { kind: "request"; request: AuthorizationRequest }
  | { kind: "untrusted"; untrusted: UntrustedRequest }
  | { kind: "refused"; refused: RefusedRequest }

/** A base64url SHA-256 (RFC 7636 §4.2). */
const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/

/**
 * Reads an authorization request. Who asks and where the answer would go come first: until both are known, nothing
 * may be redirected (RFC 9700 §4.11).
 */
export function parseAuthorizationRequest(
  params: URLSearchParams,
  clients: ReadonlyMap<string, BinkClient>,
  pkce: "optional" | "ignore" | "require",
): ParsedRequest {
  const clientId = value(params, "client_id")
  const redirectUri = value(params, "redirect_uri")
  const client = clients.get(clientId ?? "") ?? null
  const untrusted = (problem: UntrustedRequest["problem"]): ParsedRequest => ({
    kind: "untrusted",
    untrusted: { problem, client, redirectUri },
  })
  if (repeated(params, ["client_id", "redirect_uri"])) return untrusted("repeated")
  if (!clientId) return untrusted("client_id_missing")
  if (!client) return untrusted("client_unknown")
  if (!redirectUri) return untrusted("redirect_uri_missing")
  if (!client.redirectUris.includes(redirectUri)) return untrusted("redirect_uri_mismatch")

  const state = value(params, "state")
  const refused = (
    description: string,
    error: RefusedRequest["error"] = "invalid_request",
  ): ParsedRequest => ({
    kind: "refused",
    // Of two states neither is the one to send back.
    refused: { redirectUri, state: params.getAll("state").length > 1 ? null : state, error, description },
  })
  const twice = repeated(params, [
    "response_type",
    "state",
    "code_challenge",
    "code_challenge_method",
    "scope",
  ])
  if (twice) return refused(`${twice} is there more than once.`)
  const responseType = value(params, "response_type")
  if (!responseType) return refused("response_type is missing: it must be code.")
  if (responseType !== "code") return refused("response_type must be code.", "unsupported_response_type")

  const codeChallenge = value(params, "code_challenge")
  const method = value(params, "code_challenge_method")
  if (pkce !== "ignore") {
    if (method && !codeChallenge) return refused("code_challenge_method is there without a code_challenge.")
    if (pkce === "require" && !codeChallenge) return refused("A code_challenge is required (RFC 7636).")
    if (codeChallenge && method !== "S256") return refused("code_challenge_method must be S256.")
    if (codeChallenge && !S256_CHALLENGE.test(codeChallenge)) {
      return refused("code_challenge is no base64url SHA-256: 43 characters, without padding.")
    }
  }
  return {
    kind: "request",
    request: {
      client,
      redirectUri,
      state,
      codeChallenge: pkce === "ignore" ? null : codeChallenge,
      loginHint: value(params, "login_hint"),
    },
  }
}
