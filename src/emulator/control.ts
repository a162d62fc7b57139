import { BinkError } from "../errors.js"
import { json, oauthError } from "./answers.js"
import { isForgery } from "./browser.js"
import type { Emulation, Visit } from "./emulation.js"
import type { Fault } from "./faults.js"
import { readText } from "./form.js"
import { decideFor, findPerson, signInAs } from "./people.js"

/**
 * What a test in any language can do to the emulator over HTTP, as JSON:
 *
 *     GET    /_bink/requests
 *     GET    /_bink/faults          POST /_bink/faults { endpoint, status, … } → { id }
 *     DELETE /_bink/faults          DELETE /_bink/faults/<id>
 *     POST   /_bink/advance         { ms }
 *     POST   /_bink/consent         { person, decision: "ask" | "approve" | "deny" }
 *     POST   /_bink/signed-in-as    { person } (null for nobody)
 *     POST   /_bink/reset
 *
 * A person is named by id, username or e-mail address.
 */
export async function control(bink: Emulation, visit: Visit, command: string): Promise<Response> {
  const { request } = visit
  if (request.method !== "GET" && isForgery(visit)) {
    return oauthError("forbidden", "This came from another site. Nothing was done.", { status: 403 })
  }
  try {
    return await perform(bink, request, command)
  } catch (error) {
    if (error instanceof BinkError) return oauthError(error.code, error.message)
    throw error
  }
}

async function perform(bink: Emulation, request: Request, command: string): Promise<Response> {
  const [, faultId] = /^faults\/(.+)$/.exec(command) ?? []
  if (faultId && request.method === "DELETE") {
    return bink.faults.remove(faultId)
      ? done()
      : oauthError("not_found", "There is no such fault.", { status: 404 })
  }
  switch (`${request.method} ${command}`) {
    case "GET requests":
      return json(bink.journal.list())
    case "GET faults":
      return json(bink.faults.list())
    case "DELETE faults":
      bink.faults.clear()
      return done()
    case "POST faults":
      // Whatever it is: adding it finds out.
      return json({ id: bink.faults.put((await readJson(request)) as unknown as Fault) }, { status: 201 })
    case "POST advance": {
      const { ms } = await readJson(request)
      bink.clock.advance(ms as number)
      return json({ now: bink.clock.now() })
    }
    case "POST consent": {
      const { person, decision } = await readJson(request)
      decideFor(bink, findPerson(bink, person), decision)
      return done()
    }
    case "POST signed-in-as": {
      const { person } = await readJson(request)
      signInAs(bink, person === null ? null : findPerson(bink, person))
      return done()
    }
    case "POST reset":
      bink.reset()
      return done()
    default:
      return oauthError("not_found", "The emulator has no such command.", { status: 404 })
  }
}

function done(): Response {
  return new Response(null, { status: 204 })
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get("Content-Type") ?? ""
  const text = await readText(request)
  try {
    const body: unknown = JSON.parse(text.body ?? "")
    if (/^application\/json\b/i.test(type) && typeof body === "object" && body !== null) return { ...body }
  } catch {
    // Told below, in words of our own: a parser's message quotes what it was given.
  }
  throw new BinkError(
    "invalid_option",
    "The command needs a JSON object as its body, sent as application/json. Nothing was done.",
  )
}
