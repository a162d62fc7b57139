import { BinkError } from "../../errors.js"
import type { EmulatorState, RequestContext } from "../context.js"
import { isCrossSite } from "../http/request.js"
import { page, redirect } from "../http/responses.js"
import { inspectorPage, requestTable } from "../pages/inspector.js"
import { crossSitePage } from "../pages/notice.js"
import { updateUser } from "../users.js"
import {
  addFault,
  advanceClock,
  clearFaults,
  removeFault,
  reset,
  revokeToken,
  setConsent,
  signInAs,
} from "./actions.js"

/** Shows the inspector, and runs the actions of its forms. */
export function inspector(emulator: EmulatorState, context: RequestContext): Response {
  if (!context.form) return page(inspectorPage(emulator, context))
  if (isCrossSite(context)) return page(crossSitePage(context.base), { status: 403 })
  try {
    return redirect(`${context.base}/_bink#${run(emulator, context.form)}`)
  } catch (error) {
    if (!(error instanceof BinkError)) throw error
    return page(inspectorPage(emulator, context, error.message), { status: 400 })
  }
}

/** Returns the table of requests, for the script that updates the page. */
export function requestTableResponse({ requestLog }: EmulatorState): Response {
  return page(requestTable(requestLog.list()))
}

/** Runs the action of a form. Returns the id of the section that the form is in. */
function run(emulator: EmulatorState, form: URLSearchParams): string {
  switch (form.get("action")) {
    case "add-fault":
      addFault(emulator, readFault(form))
      return "faults"
    case "remove-fault":
      removeFault(emulator, form.get("fault") ?? "")
      return "faults"
    case "clear-faults":
      clearFaults(emulator)
      return "faults"
    case "advance":
      advanceClock(emulator, Number(form.get("minutes") || Number.NaN) * 60_000)
      return "time"
    case "decide":
      setConsent(emulator, form.get("person"), form.get("decision"))
      return "users"
    case "update-user":
      updateUser(emulator, form.get("person"), {
        plan: form.get("plan"),
        verificationLevel: Number(form.get("level") ?? Number.NaN),
      })
      return "users"
    case "sign-in-as":
      signInAs(emulator, form.get("person") || null)
      return "users"
    case "revoke":
      revokeToken(emulator, form.get("token") ?? "")
      return "tokens"
    case "reset":
      reset(emulator)
      return "time"
    default:
      throw new BinkError("invalid_option", "Unknown action.")
  }
}

/** Reads a fault. The form's field `what` is a property and its value, such as `status:503` or `kind:hang`. */
function readFault(form: URLSearchParams): unknown {
  const [property = "", value = ""] = (form.get("what") ?? "").split(":")
  const times = form.get("times")
  return {
    endpoint: form.get("endpoint"),
    [property]: property === "kind" ? value : Number(value),
    ...(value === "429" && { headers: { "Retry-After": "60" } }),
    ...(times && { times: Number(times) }),
  }
}
