import { type BinkEndpoint, ENDPOINT_PATHS } from "../protocol/endpoints.js"
import { json, page } from "./answers.js"
import { asset } from "./assets.js"
import { authorize, consent, login } from "./authorize.js"
import type { Emulation, Visit } from "./emulation.js"
import { readForm } from "./form.js"
import { ConnectionReset, misbehave } from "./misbehave.js"
import { noticePage } from "./pages/notice.js"
import { token } from "./token.js"
import { user } from "./user.js"

type Handler = (bink: Emulation, visit: Visit) => Response | Promise<Response>

interface Route {
  methods: readonly string[]
  handler: Handler
}

const READ = ["GET", "HEAD"]

const ENDPOINTS: Record<BinkEndpoint, Route> = {
  authorize: { methods: READ, handler: authorize },
  token: { methods: ["POST"], handler: token },
  user: { methods: READ, handler: user },
}

const PAGES: Record<string, Route> = {
  "/login": { methods: [...READ, "POST"], handler: login },
  "/consent": { methods: [...READ, "POST"], handler: consent },
}

/** The emulator's own paths, behind whatever it is mounted under. */
const OWN_PATH = /^(.*?)(\/api\/oauth\/[^/]+|\/login|\/consent|\/settings|\/_bink(?:\/.*)?|\/avatars\/[^/]+)$/

/** The path that the emulator is mounted under, as a request to one of its own paths shows it. */
export function mountOf(pathname: string): string {
  return OWN_PATH.exec(pathname)?.[1] ?? ""
}

/** Answers one request. `base` stands in front of the emulator's own paths. */
export async function route(bink: Emulation, request: Request, base: string): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname.slice(base.length)
  const { fields: form } = await readForm(request)
  const visit: Visit = { request, url, base, form }

  const endpoint = endpointAt(path)
  if (!endpoint) {
    const found = PAGES[path]
    if (found) return serve(bink, visit, found)
    const drawn = READ.includes(request.method) && asset(bink, path)
    if (drawn) return drawn
    return record(bink, visit, null, async () => notFound(visit, path))
  }
  return record(bink, visit, endpoint, async () => {
    const respond = () => serve(bink, visit, ENDPOINTS[endpoint])
    const fault = bink.faults.take(endpoint)
    return fault ? misbehave(fault, respond, request.signal) : respond()
  })
}

/** Writes a request down when it comes, and tells whoever listens when it is over, answered or not. */
async function record(
  bink: Emulation,
  { request, url, form }: Visit,
  endpoint: BinkEndpoint | null,
  respond: () => Promise<Response>,
): Promise<Response> {
  const entry = bink.journal.enter(bink.clock.now(), request, url, endpoint, form)
  try {
    const answer = await respond()
    entry.status = answer.status
    return answer
  } finally {
    bink.onRequest?.({ ...entry, params: { ...entry.params } })
  }
}

function endpointAt(path: string): BinkEndpoint | undefined {
  return (Object.keys(ENDPOINT_PATHS) as BinkEndpoint[]).find((name) => ENDPOINT_PATHS[name] === path)
}

async function serve(bink: Emulation, visit: Visit, { methods, handler }: Route): Promise<Response> {
  const { method } = visit.request
  if (!methods.includes(method)) {
    const headers = { Allow: methods.join(", ") }
    return json(
      { error: "invalid_request", error_description: `This address takes ${methods.join(" and ")} alone.` },
      { status: 405, headers },
    )
  }
  try {
    const answer = await handler(bink, visit)
    return method === "HEAD" ? new Response(null, answer) : answer
  } catch (error) {
    if (error instanceof ConnectionReset) throw error
    return json(
      { error: "server_error", error_description: "The emulator failed on this request. Please report it." },
      { status: 500 },
    )
  }
}

function notFound({ base }: Visit, path: string): Response {
  if (path.startsWith("/api/")) {
    const description = `Bink has no such address. It has ${Object.values(ENDPOINT_PATHS).join(", ")}.`
    return json({ error: "not_found", error_description: description }, { status: 404 })
  }
  return page(
    noticePage(base, {
      title: "There is nothing here",
      text: `Bink's endpoints are ${Object.values(ENDPOINT_PATHS).join(", ")}.`,
    }),
    { status: 404 },
  )
}
