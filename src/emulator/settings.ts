import { PERSONAL_ACCESS_TOKEN_PREFIX } from "../oauth/access-token.js"
import { page, redirect } from "./answers.js"
import { browserOf, isForgery, rememberBrowser } from "./browser.js"
import type { Emulation, Visit } from "./emulation.js"
import { forgeryPage } from "./pages/notice.js"
import { settingsLoginPage, settingsPage } from "./pages/settings.js"

const LONGEST_NAME = 60

/** The settings of the person who is signed in to Bink itself, with the Developer section at the bottom. */
export function settings(bink: Emulation, visit: Visit): Response {
  if (visit.form && isForgery(visit)) return page(forgeryPage(visit.base), { status: 403 })
  const browser = browserOf(visit)
  if (visit.form?.get("action") === "sign-in") return signIn(bink, visit, browser)

  const person = browser && bink.seed.people.get(bink.store.sessions.get(browser) ?? "")
  if (!person) return page(settingsLoginPage(visit.base, [...bink.seed.people.values()]))

  const there = `${visit.base}/settings`
  switch (visit.form?.get("action")) {
    case "sign-out":
      bink.store.sessions.delete(browser)
      return redirect(there)
    case "create-token": {
      const name = visit.form.get("name")?.trim() ?? ""
      if (!name || name.length > LONGEST_NAME) {
        const problem = `Give the token a name of 1 to ${LONGEST_NAME} characters.`
        return page(settingsPage(visit.base, person, tokensOf(bink, person.id), { problem }), { status: 400 })
      }
      bink.store.freshTokens.set(browser, createToken(bink, person.id, name))
      return redirect(`${there}#developer`)
    }
    case "revoke-token":
      revokeToken(bink, person.id, visit.form.get("token") ?? "")
      return redirect(`${there}#developer`)
    default: {
      const fresh = visit.request.method === "GET" ? takeFreshToken(bink, browser, person.id) : undefined
      return page(settingsPage(visit.base, person, tokensOf(bink, person.id), { fresh }), {
        status: visit.form ? 400 : 200,
      })
    }
  }
}

function signIn(bink: Emulation, visit: Visit, browser: string | null): Response {
  const person = bink.seed.people.get(visit.form?.get("person") ?? "")
  if (!person) return page(settingsLoginPage(visit.base, [...bink.seed.people.values()]), { status: 400 })
  const id = browser ?? bink.mint.make()
  bink.store.sessions.set(id, person.id)
  return redirect(`${visit.base}/settings`, rememberBrowser(visit, id))
}

function createToken(bink: Emulation, personId: string, name: string): string {
  const token = PERSONAL_ACCESS_TOKEN_PREFIX + bink.mint.make()
  bink.store.personalTokens.set(token, {
    id: bink.mint.make(8),
    personId,
    name,
    createdAt: bink.clock.now(),
  })
  return token
}

/** A token that was just made, for its owner, once: whoever loads the page again finds it gone. */
function takeFreshToken(bink: Emulation, browser: string, personId: string): string | undefined {
  const token = bink.store.freshTokens.get(browser) ?? ""
  bink.store.freshTokens.delete(browser)
  return bink.store.personalTokens.get(token)?.personId === personId ? token : undefined
}

function tokensOf(bink: Emulation, personId: string) {
  return [...bink.store.personalTokens.values()].filter((token) => token.personId === personId)
}

function revokeToken(bink: Emulation, personId: string, id: string): void {
  for (const [token, entry] of bink.store.personalTokens) {
    if (entry.id === id && entry.personId === personId) bink.store.personalTokens.delete(token)
  }
}
