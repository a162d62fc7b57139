import { gzipSync } from "node:zlib"
import { type Answer, PROFILE } from "../bink-server.ts"
import { type Fault, type Outcome, page, say, tell, transport } from "./fault.ts"

const fault = (name: string, want: Outcome, user: Answer): Fault => ({
  name: `user endpoint: ${name}`,
  want,
  bink: { user },
})

/** A good profile, but for some fields; `undefined` takes one away. */
const field = (name: string, want: Outcome, fields: Record<string, unknown>): Fault =>
  fault(name, want, tell({ ...PROFILE, ...fields }))

const NAMELESS = { name: null, email: null, username: null, avatar: null }

export const USER_FAULTS: Fault[] = [
  fault("401 JSON", "C", tell({ error: "unauthorized" }, 401)),
  fault("401 with a profile", "C", tell(PROFILE, 401)),
  fault("403 JSON", "C", tell({ error: "forbidden" }, 403)),
  fault("429 JSON", "C", tell({ message: "slow down" }, 429, { "retry-after": "30" })),
  fault("500 HTML", "C", page("Oops", 500)),
  fault("503 JSON", "C", tell({ id: "maintenance" }, 503)),
  fault("201 with a profile", "C", tell(PROFILE, 201)),
  fault("204", "C", (response) => response.writeHead(204).end()),
  fault("206 with a profile", "C", tell(PROFILE, 206)),
  fault("304", "C", (response) => response.writeHead(304).end()),
  fault("200 with an error", "C", tell({ error: "unauthorized" })),
  fault("`{}`", "C", tell({})),
  fault("`[]`", "C", tell([])),
  fault("an array of profiles", "C", tell([PROFILE])),
  fault("wrapped in `data`", "C", tell({ data: PROFILE })),
  fault("`null`", "C", tell(null)),
  fault("a text", "C", tell("person-1")),
  fault("a number", "C", tell(42)),
  fault("empty", "C", say("")),
  fault("malformed", "C", say(JSON.stringify(PROFILE).slice(0, -5))),
  fault("two profiles in a row", "C", say(JSON.stringify(PROFILE).repeat(2))),
  fault("a login page", "C", page("Log in", 200)),
  fault("an id that is no UTF-8", "C", say(Buffer.from('{"id":"\xff"}', "latin1"))),
  fault("`__proto__` with the id", "C", say('{"__proto__":{"id":"person-1"}}')),
  ...["", " ", null, true, {}, ["person-1"], 1.5, 2 ** 53].map((id) =>
    field(`\`id: ${JSON.stringify(id)}\``, "C", { id }),
  ),
  field("no id", "C", { id: undefined }),
  field("an id of 10,000 characters", "C", { id: "x".repeat(10_000) }),
  field("an id with a NUL", "C", { id: "person-1\0" }),
  field("an id with half a surrogate pair", "C", { id: "person-\ud800" }),
  fault("a redirect elsewhere", "C", say("", { location: "/elsewhere" }, 302)),
  fault("a redirect that keeps headers", "C", say("", { location: "/elsewhere" }, 308)),
  fault("a redirect to itself", "C", say("", { location: "/api/oauth/user" }, 302)),
  fault(
    "a bomb of 50 MB in gzip",
    "C",
    say(gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" }),
  ),
  { name: "user endpoint: refuses connections", want: "C", options: { userinfo: "http://127.0.0.1:1/user" } },
  ...transport(PROFILE).map(([name, answer, isEndless = false]) => ({
    ...fault(name, "C", answer),
    isEndless,
  })),

  field("e-mail, name, username and avatar all null", "S", NAMELESS),
  fault("nothing but an id", "S", tell({ id: "person-1" })),
  { ...field("id as a number", "S", { id: 42 }), person: "42" },
  field("an unknown plan", "S", { plan: "PLATINUM" }),
  field("an unknown level", "S", { verificationLevel: 3 }),
  field("a level as text", "S", { verificationLevel: "2" }),
  field("an avatar that runs", "S", { avatar: "javascript:alert(1)" }),
  field("an avatar that is no address", "S", { avatar: "ada.png" }),
  field("a name that is no text", "S", { name: { first: "Ada" } }),
  field("an e-mail that is no text", "S", { email: ["ada@example.com"] }),
  field("a name with a NUL", "S", { name: "A\0da" }),
  field("keys of an account and a user", "S", {
    providerAccountId: "someone-else",
    provider: "github",
    userId: "someone-else",
    sub: "someone-else",
    role: "admin",
  }),
  fault("`__proto__` beside the id", "S", say('{"__proto__":{"role":"admin"},"id":"person-1"}')),
  fault("JSON as `text/plain`", "S", say(JSON.stringify(PROFILE), { "content-type": "text/plain" })),
  fault("JSON as no type at all", "S", (response) => response.end(JSON.stringify(PROFILE))),
  fault("JSON after a byte order mark", "S", say(`\uFEFF${JSON.stringify(PROFILE)}`)),
  fault("gzip", "S", say(gzipSync(JSON.stringify(PROFILE)), { "content-encoding": "gzip" })),
  {
    ...field("the e-mail of someone who signed in otherwise", "L", { email: "taken@example.com" }),
    needsDatabase: true,
  },
]
