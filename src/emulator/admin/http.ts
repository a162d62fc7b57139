import { BinkError } from "../../errors.js"
import type { EmulatorState, RequestContext } from "../context.js"
import { isCrossSite, readText } from "../http/request.js"
import { json, oauthError } from "../http/responses.js"
import { listUsers, updateUser } from "../users.js"
import { addFault, advanceClock, clearFaults, removeFault, reset, setConsent, signInAs } from "./actions.js"

/**
 * Controls the emulator over HTTP, from tests in any language. Bodies are JSON:
 *
 *     GET    /_bink/requests
 *     GET    /_bink/faults
 *     POST   /_bink/faults          { endpoint, status, … } → { id }
 *     DELETE /_bink/faults
 *     DELETE /_bink/faults/<id>
 *     POST   /_bink/advance         { ms } → { now }
 *     POST   /_bink/consent         { user, decision: "ask" | "approve" | "deny" }
 *     POST   /_bink/signed-in-as    { user } (null shows the login page)
 *     GET    /_bink/users           → all users
 *     POST   /_bink/users           { id, ...changes } → the user
 *     POST   /_bink/reset
 *
 * `user` is an id, a username or an email address. The key `person` is accepted as well.
 */
export async function httpApi(
  emulator: EmulatorState,
  context: RequestContext,
  command: string,
): Promise<Response> {
  const { request } = context
  if (request.method !== "GET" && isCrossSite(context)) {
    return oauthError("forbidden", "The request was sent from another site.", { status: 403 })
  }
  try {
    return await run(emulator, request, command)
  } catch (error) {
    if (error instanceof BinkError) return oauthError(error.code, error.message)
    throw error
  }
}

async function run(emulator: EmulatorState, request: Request, command: string): Promise<Response> {
  const [, faultId] = /^faults\/(.+)$/.exec(command) ?? []
  if (faultId && request.method === "DELETE") {
    return removeFault(emulator, faultId)
      ? noContent()
      : oauthError("not_found", "Unknown fault id.", { status: 404 })
  }
  switch (`${request.method} ${command}`) {
    case "GET requests":
      return json(emulator.requestLog.list())
    case "GET faults":
      return json(emulator.faults.list())
    case "POST faults":
      return json({ id: addFault(emulator, await readJson(request)) }, { status: 201 })
    case "DELETE faults":
      clearFaults(emulator)
      return noContent()
    case "POST advance": {
      const { ms } = await readJson(request)
      return json({ now: advanceClock(emulator, ms) })
    }
    case "POST consent": {
      const { person, user = person, decision } = await readJson(request)
      setConsent(emulator, user, decision)
      return noContent()
    }
    case "POST signed-in-as": {
      const { person, user = person } = await readJson(request)
      signInAs(emulator, user)
      return noContent()
    }
    case "GET users":
      return json(listUsers(emulator))
    case "POST users": {
      const { id, ...changes } = await readJson(request)
      return json(updateUser(emulator, id, changes))
    }
    case "POST reset":
      reset(emulator)
      return noContent()
    default:
      return oauthError("not_found", "Unknown command.", { status: 404 })
  }
}

function noContent(): Response {
  return new Response(null, { status: 204 })
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get("Content-Type") ?? ""
  const text = await readText(request)
  try {
    const body: unknown = JSON.parse(text ?? "")
    if (/^application\/json\b/i.test(type) && typeof body === "object" && body !== null) return { ...body }
  } catch {
    // The parser's message quotes the body.
  }
  throw new BinkError(
    "invalid_option",
    "Invalid body: it must be a JSON object with the content type application/json.",
  )
}
