import { type BinkEndpoint, ENDPOINT_PATHS } from "../oauth/endpoints.js"
import { oauthError, page, redirect } from "./answers.js"
import { asset } from "./assets.js"
import { authorize, consent, login } from "./authorize.js"
import { control } from "./control.js"
import type { Emulation, Visit } from "./emulation.js"
import { readForm } from "./form.js"
import { inspector, log } from "./inspector.js"
import { misbehave } from "./misbehave.js"
import { noticePage } from "./pages/notice.js"
import { settings } from "./settings.js"
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
  "/settings": { methods: [...READ, "POST"], handler: settings },
  "/_bink": { methods: [...READ, "POST"], handler: inspector },
  "/_bink/log": { methods: READ, handler: log },
}

/** The emulator's own paths, behind whatever it is mounted under. */
const OWN_PATH =
  /^((?:\/[^/]+)*?)(\/api\/oauth\/[^/]+|\/login|\/consent|\/settings|\/_bink(?:\/.*)?|\/avatars\/[^/]+)$/

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

  const own = ownAnswer(bink, visit, path)
  if (own) return own()
  const endpoint = endpointAt(path)
  const entry = bink.journal.enter(bink.clock.now(), request, url, endpoint, form)
  try {
    const answer = endpoint ? await answerAt(bink, visit, endpoint) : notFound(visit, path)
    entry.status = answer.status
    return answer
  } finally {
    const { onRequest } = bink
    // Apart from the answer: what a listener throws is the listener's.
    if (onRequest) queueMicrotask(() => onRequest({ ...entry, params: { ...entry.params } }))
  }
}

/** What answers a request for one of the emulator's own pages, files and commands, which no log holds. */
function ownAnswer(bink: Emulation, visit: Visit, path: string): (() => Promise<Response>) | undefined {
  const found = PAGES[path]
  if (found) return () => serve(bink, visit, found)
  const file = READ.includes(visit.request.method) && asset(bink, path)
  if (file) return async () => file
  const [, command] = /^\/_bink\/(.+)$/.exec(path) ?? []
  if (command) return () => guarded(() => control(bink, visit, command))
  if (path === "/") return async () => redirect(`${visit.base}/_bink`)
  return undefined
}

function endpointAt(path: string): BinkEndpoint | null {
  return (Object.keys(ENDPOINT_PATHS) as BinkEndpoint[]).find((name) => ENDPOINT_PATHS[name] === path) ?? null
}

function answerAt(bink: Emulation, visit: Visit, endpoint: BinkEndpoint): Promise<Response> {
  const respond = () => serve(bink, visit, ENDPOINTS[endpoint])
  const fault = bink.faults.take(endpoint)
  return fault ? misbehave(fault, respond, visit.request.signal) : respond()
}

async function serve(bink: Emulation, visit: Visit, { methods, handler }: Route): Promise<Response> {
  const { method } = visit.request
  if (!methods.includes(method)) {
    return oauthError("invalid_request", `This address takes ${methods.join(" and ")} alone.`, {
      status: 405,
      headers: { Allow: methods.join(", ") },
    })
  }
  const answer = await guarded(() => handler(bink, visit))
  return method === "HEAD" ? new Response(null, answer) : answer
}

/** Whatever a request makes of the emulator, it gets an answer, and never a stack trace. */
async function guarded(answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch {
    return oauthError("server_error", "The emulator failed on this request, which is a bug in it.", {
      status: 500,
    })
  }
}

function notFound({ base }: Visit, path: string): Response {
  const addresses = Object.values(ENDPOINT_PATHS).join(", ")
  if (path.startsWith("/api/")) {
    return oauthError("not_found", `Bink has no such address. It has ${addresses}.`, { status: 404 })
  }
  const title = "There is nothing here"
  return page(noticePage(base, { title, text: `Bink's endpoints are ${addresses}.` }), { status: 404 })
}
