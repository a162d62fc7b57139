import type { BinkProfile } from "../profile/profile.js"
import { redirect } from "./answers.js"
import type { RefusedRequest } from "./authorization-request.js"
import type { Emulation } from "./emulation.js"
import { CODE_LIFETIME, type Transaction } from "./store.js"

/** The person said yes. */
export function approve(bink: Emulation, { request }: Transaction, person: BinkProfile): Response {
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

/** The person said no (RFC 6749 §4.1.2.1). */
export function deny(bink: Emulation, { request }: Transaction): Response {
  return refuse(bink, {
    ...request,
    error: "access_denied",
    description: "The person did not allow it.",
  })
}

/** The request was not in order, and the app hears of it. */
export function refuse(
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
