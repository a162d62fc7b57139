import { createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, describe, expect, test } from "vitest"
import { type Ask, asking, authorizeUrl, hidden, KWAME, REDIRECT_URI, signIn } from "./browse.ts"

/** RFC 7636 Appendix B. */
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
const WITH_QUERY = "https://app.test/cb?tenant=a%20b&keep=1"

let ask: Ask
beforeEach(() => {
  ask = asking(
    createBinkEmulator({
      clients: [
        {
          clientId: "demo-client",
          clientSecret: "demo-secret",
          name: "<b>Demo</b>",
          redirectUris: [REDIRECT_URI, WITH_QUERY, "myapp:/callback"],
        },
      ],
    }),
  )
})

describe("what cannot be trusted stays on the page", () => {
  test.each([
    ["no client", { client_id: null }],
    ["an empty client", { client_id: "" }],
    ["an unknown client", { client_id: "nobody" }],
    ["a client named twice", { client_id: ["demo-client", "demo-client"] }],
    ["no redirect URI", { redirect_uri: null }],
    ["a slash more", { redirect_uri: `${REDIRECT_URI}/` }],
    ["a query more", { redirect_uri: `${REDIRECT_URI}?a=1` }],
    ["a fragment more", { redirect_uri: `${REDIRECT_URI}#a` }],
    ["another port", { redirect_uri: REDIRECT_URI.replace("3000", "3001") }],
    ["another scheme", { redirect_uri: REDIRECT_URI.replace("http:", "https:") }],
    ["another case", { redirect_uri: REDIRECT_URI.replace("localhost", "LOCALHOST") }],
    ["a user in front", { redirect_uri: REDIRECT_URI.replace("//", "//evil@") }],
    ["a path that leads back", { redirect_uri: REDIRECT_URI.replace("/bink", "/x/../bink") }],
    ["a prefix", { redirect_uri: REDIRECT_URI.slice(0, -1) }],
    ["two redirect URIs", { redirect_uri: [REDIRECT_URI, "https://evil.test/"] }],
    ["a script", { redirect_uri: "javascript:alert(1)" }],
    [
      "a bad redirect URI and a bad response type",
      { redirect_uri: "https://evil.test/", response_type: "x" },
    ],
  ])("%s", async (_, params) => {
    const answer = await ask(authorizeUrl(params))
    expect(answer.status).toBe(400)
    expect(answer.headers.get("content-type")).toBe("text/html;charset=UTF-8")
    expect(answer.headers.has("location")).toBe(false)
  })

  test("and the page shows what it was sent as text", async () => {
    const answer = await ask(authorizeUrl({ redirect_uri: `"><script>alert(1)</script>'` }))
    const html = await answer.text()
    expect(html).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;")
    expect(html).not.toContain("<script>alert")
    expect(html).toContain("&lt;b&gt;Demo&lt;/b&gt;")
    expect(html).toContain("--redirect-uri")
  })
})

describe("what the app must hear about is redirected, with its state", () => {
  test.each([
    ["no response type", { response_type: null }, "invalid_request"],
    ["an empty response type", { response_type: "" }, "invalid_request"],
    ["the implicit flow", { response_type: "token" }, "unsupported_response_type"],
    ["a response type twice", { response_type: ["code", "code"] }, "invalid_request"],
    ["a plain challenge", { code_challenge: CHALLENGE, code_challenge_method: "plain" }, "invalid_request"],
    ["a challenge without its method", { code_challenge: CHALLENGE }, "invalid_request"],
    ["a method without a challenge", { code_challenge_method: "S256" }, "invalid_request"],
    ["a short challenge", { code_challenge: "abc", code_challenge_method: "S256" }, "invalid_request"],
    [
      "a padded challenge",
      { code_challenge: `${CHALLENGE}=`, code_challenge_method: "S256" },
      "invalid_request",
    ],
  ])("%s", async (_, params, error) => {
    const answer = await ask(authorizeUrl({ state: "a b&c", ...params }))
    expect(answer.status).toBe(303)
    const location = new URL(answer.headers.get("location") as string)
    expect(location.origin + location.pathname).toBe(REDIRECT_URI)
    expect(location.searchParams.get("error")).toBe(error)
    expect(location.searchParams.get("error_description")).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
    expect(location.searchParams.get("state")).toBe("a b&c")
    expect(location.searchParams.has("code")).toBe(false)
  })

  test("but of two states neither", async () => {
    const answer = await ask(authorizeUrl({ state: ["one", "two"] }))
    const { searchParams } = new URL(answer.headers.get("location") as string)
    expect(searchParams.get("error")).toBe("invalid_request")
    expect(searchParams.has("state")).toBe(false)
  })

  test("a person's no", async () => {
    const location = await signIn(ask, authorizeUrl({ state: "s" }), { decision: "deny" })
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: "access_denied",
      error_description: "The person did not allow it.",
      state: "s",
    })
  })
})

test.each(["allow", "deny"] as const)(
  "a redirect URI keeps its own query, character by character: %s",
  async (decision) => {
    const location = await signIn(ask, authorizeUrl({ redirect_uri: WITH_QUERY, state: "s" }), { decision })
    expect(location.href.startsWith(`${WITH_QUERY}&`)).toBe(true)
    expect(location.searchParams.get("state")).toBe("s")
  },
)

test("an app's own scheme is a redirect URI too", async () => {
  const location = await signIn(ask, authorizeUrl({ redirect_uri: "myapp:/callback" }))
  expect(location.href).toMatch(/^myapp:\/callback\?code=\w+$/)
})

test("without a state none comes back, and parameters nobody knows are left alone", async () => {
  const location = await signIn(ask, authorizeUrl({ scope: "", audience: "x", nonce: "n" }))
  expect([...location.searchParams.keys()]).toEqual(["code"])
})

test("state: drop keeps the state from the app, on success and on error", async () => {
  const dropping = asking(createBinkEmulator({ state: "drop" }))
  const signedIn = await signIn(dropping, authorizeUrl({ state: "s" }))
  expect([...signedIn.searchParams.keys()]).toEqual(["code"])
  const denied = await signIn(dropping, authorizeUrl({ state: "s" }), { decision: "deny" })
  expect(denied.searchParams.has("state")).toBe(false)
})

test("pkce: require refuses a request without a challenge; ignore never looks at it", async () => {
  const strict = await asking(createBinkEmulator({ pkce: "require" }))(authorizeUrl())
  expect(new URL(strict.headers.get("location") as string).searchParams.get("error")).toBe("invalid_request")
  const lax = asking(createBinkEmulator({ pkce: "ignore" }))
  const location = await signIn(lax, authorizeUrl({ code_challenge: "nonsense", code_challenge_method: "x" }))
  expect(location.searchParams.get("code")).toBeTruthy()
})

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is not taken", async (method) => {
  const answer = await ask(authorizeUrl(), { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.get("allow")).toBe("GET, HEAD")
})

test("pages are framed by nobody, cached by nobody, and leak no address", async () => {
  for (const url of [
    authorizeUrl(),
    authorizeUrl({ client_id: "x" }),
    "http://bink.test/settings",
    "http://bink.test/_bink",
  ]) {
    const { headers } = await ask(url)
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get("content-security-policy")).not.toContain("unsafe")
    expect(headers.get("x-frame-options")).toBe("DENY")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("referrer-policy")).toBe("same-origin")
  }
})

describe("the forms", () => {
  async function openLogin() {
    const answer = await ask(authorizeUrl())
    const cookie = answer.headers.get("set-cookie") as string
    return { cookie, transaction: hidden(await answer.text(), "transaction") }
  }
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(`http://bink.test${path}`, { method: "POST", headers, body: new URLSearchParams(fields) })

  test("set a cookie that scripts cannot read and other sites do not send", async () => {
    expect((await openLogin()).cookie).toMatch(/^bink_emulator_\w+=\w{32,}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test("always turn into a GET, so that no form travels on to the app", async () => {
    const { transaction } = await openLogin()
    expect((await post("/login", { transaction, person: KWAME })).status).toBe(303)
    expect((await post("/consent", { transaction, decision: "allow" })).status).toBe(303)
  })

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another port of this machine", { "sec-fetch-site": "same-site" }],
    ["an older browser on another site", { origin: "https://evil.test" }],
    ["a sandboxed frame", { origin: "null" }],
  ])("are refused from %s", async (_, headers) => {
    const { transaction } = await openLogin()
    expect((await post("/login", { transaction, person: KWAME }, headers)).status).toBe(403)
    await post("/login", { transaction, person: KWAME })
    const answer = await post("/consent", { transaction, decision: "allow" }, headers)
    expect(answer.status).toBe(403)
    expect(answer.headers.has("location")).toBe(false)
  })

  test("are taken from the emulator's own pages", async () => {
    const { transaction } = await openLogin()
    const headers = { "sec-fetch-site": "same-origin", origin: "http://bink.test" }
    expect((await post("/login", { transaction, person: KWAME }, headers)).status).toBe(303)
  })

  test("are refused in another browser than the one they were given to", async () => {
    const mine = await openLogin()
    const theirs = await openLogin()
    const cookie = theirs.cookie.split(";")[0] as string
    const answer = await post("/login", { transaction: mine.transaction, person: KWAME }, { cookie })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain("This sign-in is no longer open")
  })

  test("want someone picked who is there, and an answer that is one", async () => {
    const { transaction } = await openLogin()
    expect((await post("/consent", { transaction, decision: "allow" })).headers.get("location")).toMatch(
      /^\/login\?/,
    )
    expect((await post("/login", { transaction, person: "nobody" })).status).toBe(400)
    await post("/login", { transaction, person: KWAME })
    expect((await post("/consent", { transaction, decision: "perhaps" })).status).toBe(400)
    expect((await post("/consent", { transaction: "x", decision: "allow" })).status).toBe(400)
  })
})
