import { BinkError } from "../errors.js"
import { page, redirect } from "./answers.js"
import { isForgery } from "./browser.js"
import type { Emulation, Visit } from "./emulation.js"
import type { Fault } from "./faults.js"
import { inspectorPage } from "./pages/inspector.js"
import { forgeryPage } from "./pages/notice.js"
import { requestLog } from "./pages/request-log.js"
import { decideFor, findPerson, signInAs } from "./people.js"

/** The inspector: who and what is there, what was asked, and everything a test can change, by hand. */
export function inspector(bink: Emulation, visit: Visit): Response {
  if (!visit.form) return page(inspectorPage(bink, visit))
  if (isForgery(visit)) return page(forgeryPage(visit.base), { status: 403 })
  try {
    return redirect(`${visit.base}/_bink#${perform(bink, visit.form)}`)
  } catch (error) {
    if (!(error instanceof BinkError)) throw error
    return page(inspectorPage(bink, visit, error.message), { status: 400 })
  }
}

/** The log alone, for the page to stay up to date with. */
export function log(bink: Emulation): Response {
  return page(requestLog(bink.journal.list()))
}

/** Does what a form asks, and names the section to go back to. */
function perform(bink: Emulation, form: URLSearchParams): string {
  switch (form.get("action")) {
    case "add-fault":
      bink.faults.add(faultOf(form))
      return "faults"
    case "remove-fault":
      bink.faults.remove(form.get("fault") ?? "")
      return "faults"
    case "clear-faults":
      bink.faults.clear()
      return "faults"
    case "advance":
      bink.clock.advance(Number(form.get("minutes") || Number.NaN) * 60_000)
      return "time"
    case "decide":
      decideFor(bink, findPerson(bink, form.get("person")), form.get("decision"))
      return "people"
    case "sign-in-as":
      signInAs(bink, form.get("person") ? findPerson(bink, form.get("person")) : null)
      return "people"
    case "revoke":
      revoke(bink, form.get("token") ?? "")
      return "tokens"
    case "reset":
      bink.reset()
      return "time"
    default:
      throw new BinkError("invalid_option", "The inspector knows no such action. Nothing was done.")
  }
}

/** What the form offers is written as `status:503`, `kind:hang` or `delay:5000`. */
function faultOf(form: URLSearchParams): Fault {
  const [what = "", detail = ""] = (form.get("what") ?? "").split(":")
  const times = form.get("times")
  return {
    endpoint: form.get("endpoint") as Fault["endpoint"],
    [what]: what === "kind" ? detail : Number(detail),
    ...(detail === "429" && { headers: { "Retry-After": "60" } }),
    ...(times && { times: Number(times) }),
  }
}

function revoke(bink: Emulation, id: string): void {
  for (const tokens of [bink.store.accessTokens, bink.store.personalTokens]) {
    for (const [token, entry] of tokens) if (entry.id === id) tokens.delete(token)
  }
}
