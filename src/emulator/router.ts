import { type BinkEndpoint, ENDPOINT_PATHS } from "../oauth/endpoints.js"
import { httpApi } from "./admin/http.js"
import { inspector, requestTableResponse } from "./admin/inspector.js"
import type { EmulatorState, RequestContext } from "./context.js"
import { applyFault } from "./faults/apply.js"
import { readForm, readParameters } from "./http/request.js"
import { copyEntry } from "./http/request-log.js"
import { oauthError, page, redirect } from "./http/responses.js"
import { authorize, consent, login } from "./oauth/authorize.js"
import { token } from "./oauth/token.js"
import { user } from "./oauth/user.js"
import { asset } from "./pages/assets.js"
import { noticePage } from "./pages/notice.js"
import { containsSecret } from "./secrets.js"
import { settings } from "./settings.js"

interface Route {
  methods: readonly string[]
  handler(emulator: EmulatorState, context: RequestContext): Response | Promise<Response>
}

const READ = ["GET", "HEAD"]

/** Bink's endpoints. Their requests are logged and can have faults. */
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
  "/_bink/log": { methods: READ, handler: requestTableResponse },
}

/** A base path, followed by a path of the emulator. */
const MOUNTED_PATH = new RegExp(
  `^((?:/[^/]+)*?)(/api/oauth/[^/]+|${Object.keys(PAGES).join("|")}|/_bink/.*|/avatars/[^/]+)$`,
)

/** Returns the base path under which a framework mounts the emulator. Empty if there is none. */
export function basePathOf(pathname: string): string {
  return MOUNTED_PATH.exec(pathname)?.[1] ?? ""
}

/** Responds to a request. `base` is the path under which the emulator is mounted. */
export async function route(emulator: EmulatorState, request: Request, base: string): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname.slice(base.length)
  const endpoint = endpointAt(path)
  const form = await (endpoint === "token" ? readParameters(request) : readForm(request))
  const context: RequestContext = { request, url, base, form }

  const internal = internalResponse(emulator, context, path)
  if (internal) return internal
  const { requestLog, clock, options } = emulator
  const entry = requestLog.add(clock.now(), context, endpoint, (text) => containsSecret(emulator, text))
  try {
    const response = endpoint ? await endpointResponse(emulator, context, endpoint) : notFound(context, path)
    entry.status = response.status
    return response
  } finally {
    const { onRequest } = options
    // In a microtask, so that an error of the callback does not change the response.
    if (onRequest) queueMicrotask(() => onRequest(copyEntry(entry)))
  }
}

/** Responds to requests for pages, files and the HTTP API, which are not logged. */
function internalResponse(
  emulator: EmulatorState,
  context: RequestContext,
  path: string,
): Response | Promise<Response> | undefined {
  const found = PAGES[path]
  if (found) return handle(emulator, context, found)
  const file = READ.includes(context.request.method) && asset(emulator, path)
  if (file) return file
  const [, command] = /^\/_bink\/(.+)$/.exec(path) ?? []
  if (command) return catchErrors(() => httpApi(emulator, context, command))
  if (path === "/") return redirect(`${context.base}/_bink`)
  return undefined
}

function endpointAt(path: string): BinkEndpoint | null {
  return (Object.keys(ENDPOINT_PATHS) as BinkEndpoint[]).find((name) => ENDPOINT_PATHS[name] === path) ?? null
}

function endpointResponse(
  emulator: EmulatorState,
  context: RequestContext,
  endpoint: BinkEndpoint,
): Promise<Response> {
  const respond = () => handle(emulator, context, ENDPOINTS[endpoint])
  const fault = emulator.faults.take(endpoint)
  return fault ? applyFault(fault, respond, context.request.signal) : respond()
}

async function handle(
  emulator: EmulatorState,
  context: RequestContext,
  { methods, handler }: Route,
): Promise<Response> {
  const { method } = context.request
  if (!methods.includes(method)) {
    return oauthError("invalid_request", `Method not allowed. Use ${methods.join(" or ")}.`, {
      status: 405,
      headers: { Allow: methods.join(", ") },
    })
  }
  const response = await catchErrors(() => handler(emulator, context))
  return method === "HEAD" ? new Response(null, response) : response
}

/** Responds with HTTP 500 to an unexpected error. The response has no stack trace. */
async function catchErrors(respond: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await respond()
  } catch {
    return oauthError("server_error", "The emulator failed on this request. Please report the bug.", {
      status: 500,
    })
  }
}

function notFound({ base }: RequestContext, path: string): Response {
  const text = `Bink's endpoints are ${Object.values(ENDPOINT_PATHS).join(", ")}.`
  return path.startsWith("/api/")
    ? oauthError("not_found", text, { status: 404 })
    : page(noticePage(base, { title: "Page not found", text }), { status: 404 })
}
