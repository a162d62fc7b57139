import { createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, describe, expect, test } from "vitest"
import { authorizeUrl, hidden, KWAME, REDIRECT_URI, type Send, sendTo, signIn } from "./requests.ts"

/** RFC 7636 Appendix B. */
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
const WITH_QUERY = "https://app.test/cb?tenant=a%20b&keep=1"

let send: Send
beforeEach(() => {
  send = sendTo(
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

describe("shows an error page and does not redirect for", () => {
  test.each([
    ["a missing client_id", { client_id: null }],
    ["an empty client_id", { client_id: "" }],
    ["an unknown client_id", { client_id: "unknown" }],
    ["a repeated client_id", { client_id: ["demo-client", "demo-client"] }],
    ["a missing redirect URI", { redirect_uri: null }],
    ["a redirect URI with an additional slash", { redirect_uri: `${REDIRECT_URI}/` }],
    ["a redirect URI with an additional query", { redirect_uri: `${REDIRECT_URI}?a=1` }],
    ["a redirect URI with a fragment", { redirect_uri: `${REDIRECT_URI}#a` }],
    ["a redirect URI with another port", { redirect_uri: REDIRECT_URI.replace("3000", "3001") }],
    ["a redirect URI with another scheme", { redirect_uri: REDIRECT_URI.replace("http:", "https:") }],
    ["a redirect URI in another case", { redirect_uri: REDIRECT_URI.replace("localhost", "LOCALHOST") }],
    ["a redirect URI with a username", { redirect_uri: REDIRECT_URI.replace("//", "//evil@") }],
    ["a redirect URI with a dot segment", { redirect_uri: REDIRECT_URI.replace("/bink", "/x/../bink") }],
    ["a prefix of a redirect URI", { redirect_uri: REDIRECT_URI.slice(0, -1) }],
    ["a repeated redirect URI", { redirect_uri: [REDIRECT_URI, "https://evil.test/"] }],
    ["a javascript: redirect URI", { redirect_uri: "javascript:alert(1)" }],
    [
      "an unregistered redirect URI and an invalid response type",
      { redirect_uri: "https://evil.test/", response_type: "x" },
    ],
  ])("%s", async (_, params) => {
    const response = await send(authorizeUrl(params))
    expect(response.status).toBe(400)
    expect(response.headers.get("content-type")).toBe("text/html;charset=UTF-8")
    expect(response.headers.has("location")).toBe(false)
  })

  test("an error page, with the redirect URI and the app's name escaped", async () => {
    const response = await send(authorizeUrl({ redirect_uri: `"><script>alert(1)</script>'` }))
    const html = await response.text()
    expect(html).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;")
    expect(html).not.toContain("<script>alert")
    expect(html).toContain("&lt;b&gt;Demo&lt;/b&gt;")
    expect(html).toContain("redirect_uri mismatch")
    expect(html).toContain("--redirect-uri")
  })
})

describe("redirects to the app with an error and state for", () => {
  test.each([
    ["a missing response type", { response_type: null }, "invalid_request"],
    ["an empty response type", { response_type: "" }, "invalid_request"],
    ["the implicit flow", { response_type: "token" }, "unsupported_response_type"],
    ["a repeated response type", { response_type: ["code", "code"] }, "invalid_request"],
    [
      "a challenge with the method plain",
      { code_challenge: CHALLENGE, code_challenge_method: "plain" },
      "invalid_request",
    ],
    ["a challenge without its method", { code_challenge: CHALLENGE }, "invalid_request"],
    ["a method without a challenge", { code_challenge_method: "S256" }, "invalid_request"],
    ["a short challenge", { code_challenge: "abc", code_challenge_method: "S256" }, "invalid_request"],
    [
      "a padded challenge",
      { code_challenge: `${CHALLENGE}=`, code_challenge_method: "S256" },
      "invalid_request",
    ],
  ])("%s", async (_, params, error) => {
    const response = await send(authorizeUrl({ state: "a b&c", ...params }))
    expect(response.status).toBe(303)
    const location = new URL(response.headers.get("location") as string)
    expect(location.origin + location.pathname).toBe(REDIRECT_URI)
    expect(location.searchParams.get("error")).toBe(error)
    expect(location.searchParams.get("error_description")).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
    expect(location.searchParams.get("state")).toBe("a b&c")
    expect(location.searchParams.has("code")).toBe(false)
  })

  test("a repeated state, which is not returned", async () => {
    const response = await send(authorizeUrl({ state: ["one", "two"] }))
    const { searchParams } = new URL(response.headers.get("location") as string)
    expect(searchParams.get("error")).toBe("invalid_request")
    expect(searchParams.has("state")).toBe(false)
  })

  test("a denied consent", async () => {
    const location = await signIn(send, authorizeUrl({ state: "s" }), { decision: "deny" })
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: "access_denied",
      error_description: "The user denied access.",
      state: "s",
    })
  })
})

test.each(["allow", "deny"] as const)(
  "keeps the query of the redirect URI unchanged: %s",
  async (decision) => {
    const location = await signIn(send, authorizeUrl({ redirect_uri: WITH_QUERY, state: "s" }), { decision })
    expect(location.href.startsWith(`${WITH_QUERY}&`)).toBe(true)
    expect(location.searchParams.get("state")).toBe("s")
  },
)

test("redirects to a custom scheme", async () => {
  const location = await signIn(send, authorizeUrl({ redirect_uri: "myapp:/callback" }))
  expect(location.href).toMatch(/^myapp:\/callback\?code=\w+$/)
})

test("returns no state if none was sent, and ignores unknown parameters", async () => {
  const location = await signIn(send, authorizeUrl({ scope: "", audience: "x", nonce: "n" }))
  expect([...location.searchParams.keys()]).toEqual(["code"])
})

test("with state: drop, returns no state on success or error", async () => {
  const dropping = sendTo(createBinkEmulator({ state: "drop" }))
  const signedIn = await signIn(dropping, authorizeUrl({ state: "s" }))
  expect([...signedIn.searchParams.keys()]).toEqual(["code"])
  const denied = await signIn(dropping, authorizeUrl({ state: "s" }), { decision: "deny" })
  expect(denied.searchParams.has("state")).toBe(false)
})

test("with pkce: require, rejects a request without a challenge; with pkce: ignore, accepts an invalid one", async () => {
  const strict = await sendTo(createBinkEmulator({ pkce: "require" }))(authorizeUrl())
  expect(new URL(strict.headers.get("location") as string).searchParams.get("error")).toBe("invalid_request")
  const lax = sendTo(createBinkEmulator({ pkce: "ignore" }))
  const location = await signIn(lax, authorizeUrl({ code_challenge: "nonsense", code_challenge_method: "x" }))
  expect(location.searchParams.get("code")).toBeTruthy()
})

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("rejects the method %s", async (method) => {
  const response = await send(authorizeUrl(), { method })
  expect(response.status).toBe(405)
  expect(response.headers.get("allow")).toBe("GET, HEAD")
})

test("pages cannot be framed or cached, and send no referrer to other sites", async () => {
  for (const url of [
    authorizeUrl(),
    authorizeUrl({ client_id: "x" }),
    "http://bink.test/settings",
    "http://bink.test/_bink",
  ]) {
    const { headers } = await send(url)
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get("content-security-policy")).not.toContain("unsafe")
    expect(headers.get("x-frame-options")).toBe("DENY")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("referrer-policy")).toBe("same-origin")
  }
})

describe("the login and consent forms", () => {
  async function openLogin() {
    const response = await send(authorizeUrl())
    const cookie = response.headers.get("set-cookie") as string
    return { cookie, transaction: hidden(await response.text(), "transaction") }
  }
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(`http://bink.test${path}`, { method: "POST", headers, body: new URLSearchParams(fields) })

  test("set a cookie that scripts cannot read and other sites do not send", async () => {
    expect((await openLogin()).cookie).toMatch(/^bink_emulator_\w+=\w{32,}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test("redirect with 303, so that the browser does not send the form to the app", async () => {
    const { transaction } = await openLogin()
    expect((await post("/login", { transaction, person: KWAME })).status).toBe(303)
    expect((await post("/consent", { transaction, decision: "allow" })).status).toBe(303)
  })

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another port of this machine", { "sec-fetch-site": "same-site" }],
    ["another site in a browser without Sec-Fetch-Site", { origin: "https://evil.test" }],
    ["a sandboxed frame", { origin: "null" }],
  ])("are rejected if sent from %s", async (_, headers) => {
    const { transaction } = await openLogin()
    expect((await post("/login", { transaction, person: KWAME }, headers)).status).toBe(403)
    await post("/login", { transaction, person: KWAME })
    const response = await post("/consent", { transaction, decision: "allow" }, headers)
    expect(response.status).toBe(403)
    expect(response.headers.has("location")).toBe(false)
  })

  test("are accepted from the emulator's own pages", async () => {
    const { transaction } = await openLogin()
    const headers = { "sec-fetch-site": "same-origin", origin: "http://bink.test" }
    expect((await post("/login", { transaction, person: KWAME }, headers)).status).toBe(303)
  })

  test("are rejected in another browser than the one that opened the login page", async () => {
    const mine = await openLogin()
    const theirs = await openLogin()
    const cookie = theirs.cookie.split(";")[0] as string
    const response = await post("/login", { transaction: mine.transaction, person: KWAME }, { cookie })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("This sign-in has expired")
  })

  test("are rejected with an unknown user, decision or transaction", async () => {
    const { transaction } = await openLogin()
    expect((await post("/consent", { transaction, decision: "allow" })).headers.get("location")).toMatch(
      /^\/login\?/,
    )
    expect((await post("/login", { transaction, person: "unknown" })).status).toBe(400)
    await post("/login", { transaction, person: KWAME })
    expect((await post("/consent", { transaction, decision: "unknown" })).status).toBe(400)
    expect((await post("/consent", { transaction: "x", decision: "allow" })).status).toBe(400)
  })
})
