import { gzipSync } from "node:zlib"
import { type Responder, respond, respondJson, SECRETS, TOKENS } from "../../helpers/bink-server.ts"
import { connectionFaults, type Fault, type Outcome, respondHtml } from "./fault.ts"

function fault(name: string, expected: Outcome, token: Responder): Fault {
  return { name: `token endpoint: ${name}`, expected, responses: { token } }
}

/** Changes fields of a valid response. `undefined` removes one. */
function fields(name: string, expected: Outcome, changes: Record<string, unknown>): Fault {
  return fault(name, expected, respondJson({ ...TOKENS, ...changes }))
}

/** Responds with an error whose description contains secrets. */
function errorResponse(error: string, status = 400, headers: Record<string, string> = {}): Responder {
  const body = { error, error_description: `${SECRETS.code} of ${SECRETS.clientSecret}` }
  return respondJson(body, status, headers)
}

const REJECTED: Fault[] = [
  { name: "wrong client secret", expected: "error page", options: { clientSecret: "wrong-secret-0000" } },
  fault(
    "`invalid_client`",
    "error page",
    errorResponse("invalid_client", 401, { "www-authenticate": "Basic" }),
  ),
  fault("`invalid_grant`", "error page", errorResponse("invalid_grant")),
  fault("an error with the code as its name", "error page", errorResponse(SECRETS.code)),
  fault("200 with an error", "error page", errorResponse("invalid_grant", 200)),
  fault("200 with an error and a token", "error page", respondJson({ ...TOKENS, error: "custom" })),
  fault("500 with HTML", "error page", respondHtml("Oops", 500)),
  fault("503", "error page", respondJson({ error: "temporarily_unavailable" }, 503, { "retry-after": "30" })),
  fault("429", "error page", respondJson({}, 429, { "retry-after": "30" })),
  fault("404 with HTML", "error page", respondHtml("Nothing here", 404)),
  fault("201 with tokens", "error page", respondJson(TOKENS, 201)),
  fault("HTTP status 999", "error page", respondJson(TOKENS, 999)),
  fault("204", "error page", (response) => response.writeHead(204).end()),
  fault("an empty body", "error page", respond("")),
  fault("malformed JSON", "error page", respond(JSON.stringify(TOKENS).slice(0, -5))),
  fault("200 with HTML", "error page", respondHtml("Log in", 200)),
  fault("a redirect (302)", "error page", respond("", 302, { location: "/elsewhere" })),
  fault(
    "a redirect that repeats the request (307)",
    "error page",
    respond("", 307, { location: "/elsewhere" }),
  ),
  {
    name: "token endpoint: refuses the connection",
    expected: "error page",
    options: { token: "http://127.0.0.1:1/token" },
  },
  ...connectionFaults(TOKENS).map(([name, responder, options]) => ({
    ...fault(name, "error page", responder),
    ...options,
  })),
  fault("`null`", "error page", respondJson(null)),
  fault("a string", "error page", respondJson(SECRETS.accessToken)),
  fault("an array", "error page", respondJson([TOKENS])),
  fault("wrapped in `data`", "error page", respondJson({ data: TOKENS })),
  fault("tokens in `__proto__`", "error page", respond(`{"__proto__":${JSON.stringify(TOKENS)}}`)),
  fields("no `access_token`", "error page", { access_token: undefined }),
  fields('`access_token: ""`', "error page", { access_token: "" }),
  fields("`access_token: null`", "error page", { access_token: null }),
  fields("`access_token` is a number", "error page", { access_token: 77 }),
  fields("`access_token` is an array", "error page", { access_token: [SECRETS.accessToken] }),
  fields("`access_token` with a line break", "error page", {
    access_token: `${SECRETS.accessToken}\r\nx: y`,
  }),
  fields("`access_token` with a space", "error page", { access_token: ` ${SECRETS.accessToken}` }),
  fields("`access_token` is not ASCII", "error page", { access_token: `${SECRETS.accessToken}→` }),
  fields('`token_type: "mac"`', "error page", { token_type: "mac" }),
  fields('`token_type: "DPoP"`', "error page", { token_type: "DPoP" }),
  fields("`token_type` is a number", "error page", { token_type: 1 }),
]

const ACCEPTED: Fault[] = [
  fields("no `token_type`", "signed in", { token_type: undefined }),
  fields("`token_type: null`", "signed in", { token_type: null }),
  fields("`token_type` in lower case", "signed in", { token_type: "bearer" }),
  fields("`expires_in` is a numeric string", "signed in", { expires_in: "3600" }),
  fields("no `expires_in`", "signed in", { expires_in: undefined }),
  ...[null, -1, 0, 1e99, "soon", {}].map((value) =>
    fields(`\`expires_in: ${JSON.stringify(value)}\``, "signed in", { expires_in: value }),
  ),
  fields("`scope: null`", "signed in", { scope: null }),
  fields("`scope` is an array", "signed in", { scope: ["a", "b"] }),
  fields("`refresh_token: null`", "signed in", { refresh_token: null }),
  fields("an unexpected `id_token`", "signed in", { id_token: "not.a.jwt" }),
  fields("`id_token: null`", "signed in", { id_token: null }),
  fields("`error: null`", "signed in", { error: null }),
  fields("fields of another account", "signed in", {
    providerAccountId: "someone-else",
    provider: "github",
    type: "email",
    userId: "someone-else",
    id: "someone-else",
  }),
  fields("a field without a database column", "signed in", { created_at: 1 }),
  fault(
    "`__proto__` and the tokens",
    "signed in",
    respond(`{"__proto__":{"x":1},${JSON.stringify(TOKENS).slice(1)}`),
  ),
  fault(
    "JSON as `text/plain`",
    "signed in",
    respond(JSON.stringify(TOKENS), 200, { "content-type": "text/plain" }),
  ),
  fault("JSON without a content type", "signed in", (response) => response.end(JSON.stringify(TOKENS))),
  fault("gzip", "signed in", respond(gzipSync(JSON.stringify(TOKENS)), 200, { "content-encoding": "gzip" })),
  fault("early hints (103) before the response", "signed in", (response) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload" })
    response.end(JSON.stringify(TOKENS))
  }),
  fault("JSON after a byte order mark", "signed in", respond(`\uFEFF${JSON.stringify(TOKENS)}`)),
]

export const TOKEN_FAULTS = [...REJECTED, ...ACCEPTED]
