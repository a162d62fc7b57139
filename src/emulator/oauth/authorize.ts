import type { BinkProfile } from "../../profile/profile.js"
import type { EmulatorState, RequestContext } from "../context.js"
import { browserCookie, browserId, isCrossSite, param, repeatedParam } from "../http/request.js"
import { page, redirect } from "../http/responses.js"
import { consentPage } from "../pages/consent.js"
import { loginPage } from "../pages/login.js"
import { crossSitePage, noticePage, type UntrustedRequest, untrustedPage } from "../pages/notice.js"
import { type AuthorizationRequest, CODE_LIFETIME, type Transaction } from "../state.js"
import { consentDecision, findUser, getUser, listUsers, signedInUser } from "../users.js"
import { refusedParam } from "./parameters.js"

/**
 * Authorization endpoint, `GET /api/oauth/authorize`. Starts a sign-in.
 *
 * @see RFC 6749 §4.1.1, RFC 7636 §4.3
 */
export function authorize(emulator: EmulatorState, context: RequestContext): Response {
  const parsed = parseRequest(emulator, context.url.searchParams)
  if (parsed.kind === "untrusted") return page(untrustedPage(context.base, parsed.untrusted), { status: 400 })
  if (parsed.kind === "rejected") return returnError(emulator, parsed.rejected)

  const { request } = parsed
  const hintedUser = request.loginHint === null ? undefined : findUser(emulator, request.loginHint)
  const knownBrowser = browserId(context)
  const transaction: Transaction = {
    request,
    browser: knownBrowser ?? emulator.tokenGenerator.generate(),
    userId: (hintedUser ?? signedInUser(emulator))?.id ?? null,
  }
  const id = emulator.tokenGenerator.generate()
  emulator.store.transactions.set(id, transaction)
  const headers = knownBrowser === null ? browserCookie(context, transaction.browser) : {}
  return transaction.userId === null
    ? showLogin(emulator, context, id, transaction, { headers })
    : askConsent(emulator, context, id, transaction, headers)
}

/** Login page. `GET` shows it again for another account, `POST` signs the chosen user in. */
export function login(emulator: EmulatorState, context: RequestContext): Response {
  const open = findTransaction(emulator, context)
  if (open instanceof Response) return open
  const { id, transaction } = open
  if (!context.form) return showLogin(emulator, context, id, transaction)

  const user = getUser(emulator, context.form.get("person"))
  if (!user) {
    return showLogin(emulator, context, id, transaction, {
      status: 400,
      problem: "Choose one of these accounts.",
    })
  }
  transaction.userId = user.id
  emulator.store.sessions.set(transaction.browser, user.id)
  return askConsent(emulator, context, id, transaction)
}

/** Consent page. `GET` shows it, `POST` has the user's decision. */
export function consent(emulator: EmulatorState, context: RequestContext): Response {
  const open = findTransaction(emulator, context)
  if (open instanceof Response) return open
  const { id, transaction } = open
  const user = getUser(emulator, transaction.userId)
  if (!user) return redirect(`${context.base}/login?transaction=${id}`)
  switch (context.form?.get("decision")) {
    case "allow":
      return returnCode(emulator, transaction, user)
    case "deny":
      return returnDenial(emulator, transaction)
    default:
      return page(consentPage(context.base, id, transaction.request, user), {
        status: context.form ? 400 : 200,
      })
  }
}

/** A request whose error is returned to the app (RFC 6749 §4.1.2.1). */
interface RejectedRequest {
  redirectUri: string
  state: string | null
  error: "invalid_request" | "unsupported_response_type" | "access_denied"
  description: string
}

type ParsedRequest =
  | { kind: "request"; request: AuthorizationRequest }
  | { kind: "untrusted"; untrusted: UntrustedRequest }
  | { kind: "rejected"; rejected: RejectedRequest }

/** A base64url SHA-256 hash without padding (RFC 7636 §4.2). */
const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/

/**
 * Checks an authorization request. The client and the redirect URI come first: without both, the browser must not be
 * redirected (RFC 9700 §4.11).
 */
function parseRequest(emulator: EmulatorState, params: URLSearchParams): ParsedRequest {
  const { seed, options } = emulator
  const clientId = param(params, "client_id")
  const redirectUri = param(params, "redirect_uri")
  const client = seed.clients.get(clientId ?? "") ?? null
  const untrusted = (problem: UntrustedRequest["problem"]): ParsedRequest => ({
    kind: "untrusted",
    untrusted: { problem, client, redirectUri },
  })
  if (repeatedParam(params, ["client_id", "redirect_uri"])) return untrusted("repeated")
  if (!clientId) return untrusted("client_id_missing")
  if (!client) return untrusted("client_unknown")
  if (!redirectUri) return untrusted("redirect_uri_missing")
  if (!client.redirectUris.some((registered) => matches(registered, redirectUri)))
    return untrusted("redirect_uri_mismatch")

  const state = param(params, "state")
  const rejected = (
    description: string,
    error: RejectedRequest["error"] = "invalid_request",
  ): ParsedRequest => ({
    kind: "rejected",
    // A repeated state is ambiguous, so none is returned.
    rejected: { redirectUri, state: params.getAll("state").length > 1 ? null : state, error, description },
  })
  const unknown = refusedParam(emulator, "authorize", params)
  if (unknown) return rejected(unknown)
  const repeated = repeatedParam(params, [
    "response_type",
    "state",
    "code_challenge",
    "code_challenge_method",
    "scope",
  ])
  if (repeated) return rejected(`${repeated} occurs more than once.`)
  const responseType = param(params, "response_type")
  if (!responseType) return rejected("response_type is missing. It must be code.")
  if (responseType !== "code") return rejected("response_type must be code.", "unsupported_response_type")

  const codeChallenge = param(params, "code_challenge")
  const method = param(params, "code_challenge_method")
  if (options.pkce !== "ignore") {
    if (method && !codeChallenge) return rejected("code_challenge_method needs a code_challenge.")
    if (options.pkce === "require" && !codeChallenge) return rejected("code_challenge is missing (RFC 7636).")
    if (codeChallenge && method !== "S256") return rejected("code_challenge_method must be S256.")
    if (codeChallenge && !S256_CHALLENGE.test(codeChallenge)) {
      return rejected("code_challenge must be a base64url SHA-256 hash: 43 characters, without padding.")
    }
  }
  return {
    kind: "request",
    request: {
      client,
      redirectUri,
      state,
      codeChallenge: options.pkce === "ignore" ? null : codeChallenge,
      loginHint: param(params, "login_hint"),
    },
  }
}

/** Bink compares the whole URI. Only the emulator has entries that end in `/*`, for every callback of an app under test. */
function matches(registered: string, redirectUri: string): boolean {
  if (!registered.endsWith("/*")) return registered === redirectUri
  return redirectUri.startsWith(registered.slice(0, -1)) && /^[\x21-\x22\x24-\x7e]+$/.test(redirectUri)
}

function showLogin(
  emulator: EmulatorState,
  { base }: RequestContext,
  id: string,
  { request }: Transaction,
  { problem, ...options }: { problem?: string; status?: number; headers?: Record<string, string> } = {},
): Response {
  return page(loginPage(base, id, request.client, listUsers(emulator), problem), options)
}

/** Redirects to the consent page, or directly to the app if the decision is already known. */
function askConsent(
  emulator: EmulatorState,
  context: RequestContext,
  id: string,
  transaction: Transaction,
  headers: Record<string, string> = {},
): Response {
  const user = getUser(emulator, transaction.userId) as BinkProfile
  switch (consentDecision(emulator, user.id)) {
    case "approve":
      return returnCode(emulator, transaction, user)
    case "deny":
      return returnDenial(emulator, transaction)
    default:
      return redirect(`${context.base}/consent?transaction=${id}`, headers)
  }
}

/** Finds the sign-in that a page or form belongs to. Returns an error page if it is unknown or of another browser. */
function findTransaction(
  emulator: EmulatorState,
  context: RequestContext,
): { id: string; transaction: Transaction } | Response {
  if (context.form && isCrossSite(context)) return page(crossSitePage(context.base), { status: 403 })
  const id = param(context.form ?? context.url.searchParams, "transaction") ?? ""
  const transaction = emulator.store.transactions.get(id)
  const browser = browserId(context)
  // A script without cookies may continue: its form has the transaction id.
  if (!transaction || (browser !== null && browser !== transaction.browser)) {
    return page(
      noticePage(context.base, {
        title: "This sign-in has expired",
        text: "The emulator was restarted or reset, or the sign-in started in another browser. Go back to the app and sign in again.",
      }),
      { status: 400 },
    )
  }
  return { id, transaction }
}

/** Returns to the app with an authorization code. */
function returnCode(emulator: EmulatorState, { request }: Transaction, user: BinkProfile): Response {
  const code = emulator.tokenGenerator.generate()
  emulator.store.codes.set(code, {
    userId: user.id,
    clientId: request.client.clientId,
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    expiresAt: emulator.clock.now() + CODE_LIFETIME * 1_000,
    accessToken: null,
  })
  return returnToApp(emulator, request, { code })
}

/** Returns to the app without a code, because the user denied access. */
function returnDenial(emulator: EmulatorState, { request }: Transaction): Response {
  return returnError(emulator, { ...request, error: "access_denied", description: "The user denied access." })
}

function returnError(emulator: EmulatorState, { error, description, ...request }: RejectedRequest): Response {
  return returnToApp(emulator, request, { error, error_description: description })
}

/** Redirects to the redirect URI. Its own query stays unchanged (RFC 6749 §3.1.2). */
function returnToApp(
  { options }: EmulatorState,
  { redirectUri, state }: { redirectUri: string; state: string | null },
  response: Record<string, string>,
): Response {
  const params = new URLSearchParams(response)
  if (state !== null && options.state === "echo") params.set("state", state)
  const separator = !redirectUri.includes("?") ? "?" : /[?&]$/.test(redirectUri) ? "" : "&"
  return redirect(redirectUri + separator + params)
}
