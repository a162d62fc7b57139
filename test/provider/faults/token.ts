import { gzipSync } from "node:zlib"
import { type Answer, SECRETS, TOKENS } from "../bink-server.ts"
import { type Fault, type Outcome, page, say, tell, transport } from "./fault.ts"

const fault = (name: string, want: Outcome, token: Answer): Fault => ({
  name: `token endpoint: ${name}`,
  want,
  bink: { token },
})

/** A good answer, but for some fields; `undefined` takes one away. */
const field = (name: string, want: Outcome, fields: Record<string, unknown>): Fault =>
  fault(name, want, tell({ ...TOKENS, ...fields }))

/** An error that holds in its words what must not be repeated. */
const error = (name: string, status = 400, headers: Record<string, string> = {}) =>
  tell({ error: name, error_description: `${SECRETS.code} of ${SECRETS.clientSecret}` }, status, headers)

export const TOKEN_FAULTS: Fault[] = [
  { name: "wrong client secret", want: "C", options: { clientSecret: "wrong-secret-0000" } },
  fault("`invalid_client`", "C", error("invalid_client", 401, { "www-authenticate": "Basic" })),
  fault("`invalid_grant`", "C", error("invalid_grant")),
  fault("an error that is the code", "C", error(SECRETS.code)),
  fault("200 with an error", "C", error("invalid_grant", 200)),
  fault("200 with an error beside a token", "C", tell({ ...TOKENS, error: "of its own" })),
  fault("500 HTML", "C", page("Oops", 500)),
  fault("503", "C", tell({ error: "temporarily_unavailable" }, 503, { "retry-after": "30" })),
  fault("429", "C", tell({}, 429, { "retry-after": "30" })),
  fault("404 HTML", "C", page("Nothing here", 404)),
  fault("201 with tokens", "C", tell(TOKENS, 201)),
  fault("204", "C", (response) => response.writeHead(204).end()),
  fault("empty", "C", say("")),
  fault("malformed", "C", say(JSON.stringify(TOKENS).slice(0, -5))),
  fault("an HTML page with 200", "C", page("Log in", 200)),
  fault("a redirect elsewhere", "C", say("", { location: "/elsewhere" }, 302)),
  fault("a redirect that repeats the request", "C", say("", { location: "/elsewhere" }, 307)),
  { name: "token endpoint: refuses connections", want: "C", options: { token: "http://127.0.0.1:1/token" } },
  ...transport(TOKENS).map(([name, answer, isEndless = false]) => ({
    ...fault(name, "C", answer),
    isEndless,
  })),

  fault("`null`", "C", tell(null)),
  fault("a text", "C", tell(SECRETS.accessToken)),
  fault("an array", "C", tell([TOKENS])),
  fault("wrapped in `data`", "C", tell({ data: TOKENS })),
  fault("`__proto__` with the tokens", "C", say(`{"__proto__":${JSON.stringify(TOKENS)}}`)),
  field("no `access_token`", "C", { access_token: undefined }),
  field('`access_token: ""`', "C", { access_token: "" }),
  field("`access_token: null`", "C", { access_token: null }),
  field("`access_token` a number", "C", { access_token: 77 }),
  field("`access_token` an array", "C", { access_token: [SECRETS.accessToken] }),
  field("`access_token` with a line break", "C", { access_token: `${SECRETS.accessToken}\r\nx: y` }),
  field("`access_token` with a space", "C", { access_token: ` ${SECRETS.accessToken}` }),
  field("`access_token` not ASCII", "C", { access_token: `${SECRETS.accessToken}→` }),
  field('`token_type: "mac"`', "C", { token_type: "mac" }),
  field('`token_type: "DPoP"`', "C", { token_type: "DPoP" }),
  field("`token_type` a number", "C", { token_type: 1 }),

  field("no `token_type`", "S", { token_type: undefined }),
  field("`token_type: null`", "S", { token_type: null }),
  field("`token_type` in lower case", "S", { token_type: "bearer" }),
  field("`expires_in` as text", "S", { expires_in: "3600" }),
  field("no `expires_in`", "S", { expires_in: undefined }),
  ...[null, -1, 0, 1e99, "soon", {}].map((value) =>
    field(`\`expires_in: ${JSON.stringify(value)}\``, "S", { expires_in: value }),
  ),
  field("`scope: null`", "S", { scope: null }),
  field("`scope` an array", "S", { scope: ["a", "b"] }),
  field("`refresh_token: null`", "S", { refresh_token: null }),
  field("a stray `id_token`", "S", { id_token: "not.a.jwt" }),
  field("`id_token: null`", "S", { id_token: null }),
  field("`error: null`", "S", { error: null }),
  field("fields that name another account", "S", {
    providerAccountId: "someone-else",
    provider: "github",
    type: "email",
    userId: "someone-else",
    id: "someone-else",
  }),
  field("a field that no table has", "S", { created_at: 1 }),
  fault("`__proto__` beside the tokens", "S", say(`{"__proto__":{"x":1},${JSON.stringify(TOKENS).slice(1)}`)),
  fault("JSON as `text/plain`", "S", say(JSON.stringify(TOKENS), { "content-type": "text/plain" })),
  fault("JSON as no type at all", "S", (response) => response.end(JSON.stringify(TOKENS))),
  fault("gzip", "S", say(gzipSync(JSON.stringify(TOKENS)), { "content-encoding": "gzip" })),
  fault("early hints first", "S", (response) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload" })
    response.end(JSON.stringify(TOKENS))
  }),
  fault("JSON after a byte order mark", "S", say(`\uFEFF${JSON.stringify(TOKENS)}`)),
]
