import type { BinkProfile } from "../profile/profile.js"
import { page, redirect } from "./answers.js"
import { parseAuthorizationRequest } from "./authorization-request.js"
import { approve, deny, refuse } from "./authorization-response.js"
import { browserOf, isForgery, rememberBrowser } from "./browser.js"
import type { Emulation, Visit } from "./emulation.js"
import { value } from "./form.js"
import { consentPage } from "./pages/consent.js"
import { loginPage } from "./pages/login.js"
import { forgeryPage, noticePage, untrustedPage } from "./pages/notice.js"
import { consentOf, personBy, whoIsSignedIn } from "./people.js"
import type { Transaction } from "./store.js"

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
