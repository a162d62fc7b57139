import type { BinkProfile } from "../protocol/profile.js"
import { page, redirect } from "./answers.js"
import { parseAuthorizationRequest, type RefusedRequest } from "./authorization-request.js"
import { browserOf, isForgery, rememberBrowser } from "./browser.js"
import type { Emulation, Visit } from "./emulation.js"
import { value } from "./form.js"
import { consentPage } from "./pages/consent.js"
import { loginPage } from "./pages/login.js"
import { forgeryPage, noticePage, untrustedPage } from "./pages/notice.js"
import { consentOf, personBy, whoIsSignedIn } from "./people.js"
import { CODE_LIFETIME, type Transaction } from "./store.js"

/**
 * Where a sign-in starts: `GET /api/oauth/authorize`.
 *
 * @see RFC 6749 §4.1.1, RFC 7636 §4.3
 */
export function authorize(bink: Emulation, visit: Visit): Response {
  const parsed = parseAuthorizationRequest(visit.url.searchParams, bink.seed.clients, bink.pkce)
  if (parsed.kind === "untrusted") return page(untrustedPage(visit.base, parsed.untrusted), { status: 400 })
  if (parsed.kind === "refused") return refuse(bink, parsed.refused)

  const { loginHint } = parsed.request
  const hinted = loginHint === null ? undefined : personBy(bink, loginHint)
  const browser = browserOf(visit)
  const transaction: Transaction = {
    request: parsed.request,
    browser: browser ?? bink.mint.make(),
    personId: (hinted ?? whoIsSignedIn(bink))?.id ?? null,
  }
  const id = bink.mint.make()
  bink.store.transactions.set(id, transaction)
  const headers = browser === null ? rememberBrowser(visit, transaction.browser) : {}
  return transaction.personId === null
    ? page(loginPage(visit.base, id, transaction.request.client, [...bink.seed.people.values()]), { headers })
    : askConsent(bink, visit, id, transaction, headers)
}

/** The login page: `GET` shows it again, for another account; `POST` signs the picked person in. */
export function login(bink: Emulation, visit: Visit): Response {
  const open = openTransaction(bink, visit)
  if (open instanceof Response) return open
  const { id, transaction } = open
  const people = [...bink.seed.people.values()]
  if (!visit.form) return page(loginPage(visit.base, id, transaction.request.client, people))

  const person = bink.seed.people.get(visit.form.get("person") ?? "")
  if (!person) {
    return page(loginPage(visit.base, id, transaction.request.client, people, "Pick one of these people."), {
      status: 400,
    })
  }
  transaction.personId = person.id
  bink.store.sessions.set(transaction.browser, person.id)
  return askConsent(bink, visit, id, transaction, {})
}

/** The consent screen: `GET` shows it, `POST` answers it. */
export function consent(bink: Emulation, visit: Visit): Response {
  const open = openTransaction(bink, visit)
  if (open instanceof Response) return open
  const { id, transaction } = open
  const person = bink.seed.people.get(transaction.personId ?? "")
  if (!person) return redirect(`${visit.base}/login?transaction=${id}`)
  switch (visit.form?.get("decision")) {
    case "allow":
      return approve(bink, transaction, person)
    case "deny":
      return deny(bink, transaction)
    default:
      return page(consentPage(visit.base, id, transaction.request, person), {
        status: visit.form ? 400 : 200,
      })
  }
}

function askConsent(
  bink: Emulation,
  visit: Visit,
  id: string,
  transaction: Transaction,
  headers: Record<string, string>,
): Response {
  const person = bink.seed.people.get(transaction.personId ?? "") as BinkProfile
  switch (consentOf(bink, person)) {
    case "approve":
      return approve(bink, transaction, person)
    case "deny":
      return deny(bink, transaction)
    default:
      return redirect(`${visit.base}/consent?transaction=${id}`, headers)
  }
}

/** The sign-in that a page or a form belongs to, or what to show where it belongs to none, or to someone else. */
function openTransaction(bink: Emulation, visit: Visit): { id: string; transaction: Transaction } | Response {
  if (visit.form && isForgery(visit)) return page(forgeryPage(visit.base), { status: 403 })
  const id = value(visit.form ?? visit.url.searchParams, "transaction") ?? ""
  const transaction = bink.store.transactions.get(id)
  const browser = browserOf(visit)
  // A script that keeps no cookies may go on: what it holds is the form itself.
  if (!transaction || (browser !== null && browser !== transaction.browser)) {
    return page(
      noticePage(visit.base, {
        title: "This sign-in is no longer open",
        text: "The emulator was restarted or reset, or it began in another browser. Go back to the app and sign in again.",
      }),
      { status: 400 },
    )
  }
  return { id, transaction }
}

function approve(bink: Emulation, { request }: Transaction, person: BinkProfile): Response {
  const code = bink.mint.make()
  bink.store.grants.set(code, {
    personId: person.id,
    clientId: request.client.clientId,
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    expiresAt: bink.clock.now() + CODE_LIFETIME,
    accessToken: null,
  })
  return returnToApp(bink, request.redirectUri, { code }, request.state)
}

function deny(bink: Emulation, { request }: Transaction): Response {
  return refuse(bink, {
    ...request,
    error: "access_denied",
    description: "The person did not allow it.",
  })
}

function refuse(
  bink: Emulation,
  refused: Omit<RefusedRequest, "error"> & { error: RefusedRequest["error"] | "access_denied" },
): Response {
  const { redirectUri, state, error, description } = refused
  return returnToApp(bink, redirectUri, { error, error_description: description }, state)
}

/** The registered URI stays as it is, its own query included (RFC 6749 §3.1.2). */
function returnToApp(
  bink: Emulation,
  uri: string,
  answer: Record<string, string>,
  state: string | null,
): Response {
  const params = new URLSearchParams(answer)
  if (state !== null && bink.state === "echo") params.set("state", state)
  const joint = !uri.includes("?") ? "?" : /[?&]$/.test(uri) ? "" : "&"
  return redirect(uri + joint + params)
}
