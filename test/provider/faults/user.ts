import { gzipSync } from "node:zlib"
import { PROFILE, type Responder, respond, respondJson } from "../../helpers/bink-server.ts"
import { connectionFaults, type Fault, type Outcome, respondHtml } from "./fault.ts"

function fault(name: string, expected: Outcome, user: Responder): Fault {
  return { name: `user endpoint: ${name}`, expected, responses: { user } }
}

/** Changes fields of a valid profile. `undefined` removes one. */
function fields(name: string, expected: Outcome, changes: Record<string, unknown>): Fault {
  return fault(name, expected, respondJson({ ...PROFILE, ...changes }))
}

const REJECTED: Fault[] = [
  fault("401 with an error", "error page", respondJson({ error: "unauthorized" }, 401)),
  fault("401 with a profile", "error page", respondJson(PROFILE, 401)),
  fault("403 with an error", "error page", respondJson({ error: "forbidden" }, 403)),
  fault("429", "error page", respondJson({ message: "slow down" }, 429, { "retry-after": "30" })),
  fault("500 with HTML", "error page", respondHtml("Oops", 500)),
  fault("503 with an `id`", "error page", respondJson({ id: "maintenance" }, 503)),
  fault("201 with a profile", "error page", respondJson(PROFILE, 201)),
  fault("204", "error page", (response) => response.writeHead(204).end()),
  fault("206 with a profile", "error page", respondJson(PROFILE, 206)),
  fault("304", "error page", (response) => response.writeHead(304).end()),
  fault("200 with an error", "error page", respondJson({ error: "unauthorized" })),
  fault("`{}`", "error page", respondJson({})),
  fault("`[]`", "error page", respondJson([])),
  fault("an array of profiles", "error page", respondJson([PROFILE])),
  fault("wrapped in `data`", "error page", respondJson({ data: PROFILE })),
  fault("`null`", "error page", respondJson(null)),
  fault("a string", "error page", respondJson(PROFILE.id)),
  fault("a number", "error page", respondJson(42)),
  fault("an empty body", "error page", respond("")),
  fault("malformed JSON", "error page", respond(JSON.stringify(PROFILE).slice(0, -5))),
  fault("two profiles in one body", "error page", respond(JSON.stringify(PROFILE).repeat(2))),
  fault("200 with HTML", "error page", respondHtml("Log in", 200)),
  fault("an id that is not UTF-8", "error page", respond(Buffer.from('{"id":"\xff"}', "latin1"))),
  fault("an id in `__proto__`", "error page", respond(`{"__proto__":{"id":"${PROFILE.id}"}}`)),
  ...["", " ", null, true, {}, [PROFILE.id], 1.5, 2 ** 53].map((id) =>
    fields(`\`id: ${JSON.stringify(id)}\``, "error page", { id }),
  ),
  fields("no id", "error page", { id: undefined }),
  fields("an id of 10,000 characters", "error page", { id: "x".repeat(10_000) }),
  fields("an id with a NUL", "error page", { id: `${PROFILE.id}\0` }),
  fields("an id with a lone surrogate", "error page", { id: "user-\ud800" }),
  fault("a redirect (302)", "error page", respond("", 302, { location: "/elsewhere" })),
  fault("a redirect that keeps headers (308)", "error page", respond("", 308, { location: "/elsewhere" })),
  fault("a redirect to itself", "error page", respond("", 302, { location: "/api/oauth/user" })),
  fault(
    "50 MB compressed with gzip",
    "error page",
    respond(gzipSync(Buffer.alloc(50_000_000)), 200, { "content-encoding": "gzip" }),
  ),
  {
    name: "user endpoint: refuses the connection",
    expected: "error page",
    options: { userinfo: "http://127.0.0.1:1/user" },
  },
  ...connectionFaults(PROFILE).map(([name, responder, options]) => ({
    ...fault(name, "error page", responder),
    ...options,
  })),
]

const ACCEPTED: Fault[] = [
  fields("name, email, username and avatar are null", "signed in", {
    name: null,
    email: null,
    username: null,
    avatar: null,
  }),
  fault("only an id", "signed in", respondJson({ id: PROFILE.id })),
  { ...fields("the id is a number", "signed in", { id: 42 }), accountId: "42" },
  fields("an unknown plan", "signed in", { plan: "PLATINUM" }),
  fields("an unknown level", "signed in", { verificationLevel: 3 }),
  fields("the level is a string", "signed in", { verificationLevel: "2" }),
  fields("the avatar is a `javascript:` URL", "signed in", { avatar: "javascript:alert(1)" }),
  fields("the avatar is a relative URL", "signed in", { avatar: "ada.png" }),
  fields("the name is not a string", "signed in", { name: { first: "Ada" } }),
  fields("the email is not a string", "signed in", { email: ["ada@example.com"] }),
  fields("a name with a NUL", "signed in", { name: "A\0da" }),
  fields("fields of another account and user", "signed in", {
    providerAccountId: "someone-else",
    provider: "github",
    userId: "someone-else",
    sub: "someone-else",
    role: "admin",
  }),
  fault("`__proto__` and an id", "signed in", respond(`{"__proto__":{"role":"admin"},"id":"${PROFILE.id}"}`)),
  fault(
    "JSON as `text/plain`",
    "signed in",
    respond(JSON.stringify(PROFILE), 200, { "content-type": "text/plain" }),
  ),
  fault("JSON without a content type", "signed in", (response) => response.end(JSON.stringify(PROFILE))),
  fault("JSON after a byte order mark", "signed in", respond(`\uFEFF${JSON.stringify(PROFILE)}`)),
  fault("gzip", "signed in", respond(gzipSync(JSON.stringify(PROFILE)), 200, { "content-encoding": "gzip" })),
]

const NOT_LINKED: Fault = {
  ...fields("the email of a user with another account", "account not linked", { email: "taken@example.com" }),
  needsDatabase: true,
}

export const USER_FAULTS = [...REJECTED, ...ACCEPTED, NOT_LINKED]
