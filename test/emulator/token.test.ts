import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, describe, expect, test } from "vitest"
import { codeFor, exchange, profile, REDIRECT_URI, type Send, sendTo, tokenForm } from "./requests.ts"

/** RFC 7636 Appendix B. */
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
const CHALLENGE = {
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
}
const TOKEN = "http://bink.test/api/oauth/token"
const OTHER = {
  clientId: "other",
  clientSecret: "other-secret",
  name: "Other",
  redirectUris: [REDIRECT_URI],
}
const DEMO = {
  clientId: "demo-client",
  clientSecret: "demo-secret",
  name: "Demo",
  redirectUris: [REDIRECT_URI, "http://localhost:3000/other"],
}

let bink: BinkEmulator
let send: Send
beforeEach(() => {
  bink = createBinkEmulator({ clients: [DEMO, OTHER] })
  send = sendTo(bink)
})

async function errorOf(response: Response): Promise<string> {
  const body = await response.json()
  expect(Object.keys(body)).toEqual(["error", "error_description"])
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  expect(response.headers.get("cache-control")).toBe("no-store")
  return `${response.status} ${body.error}`
}

test("returns exactly the documented token response, without caching", async () => {
  const response = await exchange(send, { code: await codeFor(send) })
  expect(response.status).toBe(200)
  expect(response.headers.get("content-type")).toBe("application/json")
  expect(response.headers.get("cache-control")).toBe("no-store")
  expect(response.headers.get("pragma")).toBe("no-cache")
  expect(await response.text()).toMatch(
    /^\{"access_token":"\w{40,}","token_type":"Bearer","expires_in":3600\}$/,
  )
})

test("accepts a form content type with a charset and in any case", async () => {
  const body = tokenForm({ code: await codeFor(send) }).toString()
  const headers = { "content-type": "Application/X-WWW-Form-Urlencoded ; charset=utf-8" }
  expect((await send(TOKEN, { method: "POST", headers, body })).status).toBe(200)
})

describe("client authentication rejects", () => {
  const basic = { Authorization: `Basic ${btoa("demo-client:demo-secret")}` }
  test.each([
    ["a missing client_id", { client_id: null }, {}, "401 invalid_client"],
    ["a missing secret", { client_secret: null }, {}, "401 invalid_client"],
    ["an unknown client_id", { client_id: "unknown" }, {}, "401 invalid_client"],
    ["a wrong secret", { client_secret: "wrong" }, {}, "401 invalid_client"],
    ["a secret with a trailing space", { client_secret: "demo-secret " }, {}, "401 invalid_client"],
    ["another client's secret", { client_secret: "other-secret" }, {}, "401 invalid_client"],
    ["HTTP Basic", { client_id: null, client_secret: null }, basic, "401 invalid_client"],
    ["HTTP Basic in addition to the body", {}, basic, "400 invalid_request"],
    ["a repeated client_id", { client_id: ["demo-client", "demo-client"] }, {}, "400 invalid_request"],
    ["a repeated secret", { client_secret: ["demo-secret", "demo-secret"] }, {}, "400 invalid_request"],
  ])("%s", async (_, params, headers, expected) => {
    const code = await codeFor(send)
    const response = await exchange(send, { code, ...params }, headers)
    expect(await errorOf(response)).toBe(expected)
    // A rejected client leaves the code unused.
    expect((await exchange(send, { code })).status).toBe(200)
  })

  test("HTTP Basic, and responds with a Basic challenge", async () => {
    const response = await exchange(send, { client_id: null, client_secret: null }, basic)
    expect(response.headers.get("www-authenticate")).toBe('Basic realm="Bink"')
  })
})

describe("rejects", () => {
  test.each([
    ["a missing grant type", { grant_type: null }, "400 invalid_request"],
    ["the refresh token grant", { grant_type: "refresh_token" }, "400 unsupported_grant_type"],
    ["the password grant", { grant_type: "password" }, "400 unsupported_grant_type"],
    ["a missing code", { code: null }, "400 invalid_request"],
    ["an empty code", { code: "" }, "400 invalid_request"],
    ["an unknown code", { code: "unknown" }, "400 invalid_grant"],
    ["a repeated code", { code: ["a", "b"] }, "400 invalid_request"],
    ["a missing redirect URI", { redirect_uri: null }, "400 invalid_request"],
    [
      "another redirect URI of the client",
      { redirect_uri: "http://localhost:3000/other" },
      "400 invalid_grant",
    ],
    ["another client's code", { client_id: "other", client_secret: "other-secret" }, "400 invalid_grant"],
    ["a verifier without a challenge", { code_verifier: VERIFIER }, "400 invalid_grant"],
  ])("%s", async (_, params, expected) => {
    const response = await exchange(send, { code: await codeFor(send), ...params })
    expect(await errorOf(response)).toBe(expected)
  })

  test.each([
    ["JSON", "application/json"],
    ["multipart", "multipart/form-data; boundary=x"],
    ["text", "text/plain"],
    ["a similar type", "application/x-www-form-urlencodedx"],
  ])("a body of another content type: %s", async (_, type) => {
    const body = tokenForm({ code: await codeFor(send) }).toString()
    const response = await send(TOKEN, { method: "POST", headers: { "content-type": type }, body })
    expect(await errorOf(response)).toBe("400 invalid_request")
  })

  test("a body over the size limit", async () => {
    const response = await exchange(send, { code: "x".repeat(1_000_000) })
    expect(await errorOf(response)).toBe("400 invalid_request")
  })

  test.each(["code", "client_secret", "client_id"])("%s in the URL", async (name) => {
    const response = await send(`${TOKEN}?${name}=x`, {
      method: "POST",
      body: tokenForm({ code: await codeFor(send) }),
    })
    expect(await errorOf(response)).toBe("400 invalid_request")
  })

  test.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("the method %s", async (method) => {
    const response = await send(TOKEN, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get("allow")).toBe("POST")
  })
})

describe("a code", () => {
  test("is rejected if it was used before, and its access token is revoked", async () => {
    const code = await codeFor(send)
    const { access_token } = await (await exchange(send, { code })).json()
    expect((await profile(send, access_token)).status).toBe(200)
    expect(await errorOf(await exchange(send, { code }))).toBe("400 invalid_grant")
    expect((await profile(send, access_token)).status).toBe(401)
  })

  test("keeps its access token if another client sends the code again", async () => {
    const code = await codeFor(send)
    const { access_token } = await (await exchange(send, { code })).json()
    await exchange(send, { code, client_id: "other", client_secret: "other-secret" })
    expect((await profile(send, access_token)).status).toBe(200)
  })

  test("returns one token to parallel requests", async () => {
    const code = await codeFor(send, CHALLENGE)
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => exchange(send, { code, code_verifier: VERIFIER })),
    )
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test("expires after ten minutes", async () => {
    const early = await codeFor(send)
    bink.advance(599_000)
    expect((await exchange(send, { code: early })).status).toBe(200)
    const late = await codeFor(send)
    bink.advance(600_001)
    expect(await errorOf(await exchange(send, { code: late }))).toBe("400 invalid_grant")
  })
})

describe("PKCE", () => {
  test("accepts the verifier of RFC 7636, Appendix B", async () => {
    const code = await codeFor(send, CHALLENGE)
    expect((await exchange(send, { code, code_verifier: VERIFIER })).status).toBe(200)
  })

  test.each([
    ["a missing verifier", null],
    ["another verifier", "a".repeat(43)],
    ["a short verifier", "a"],
    ["the challenge itself", CHALLENGE.code_challenge],
    ["a verifier with a trailing space", `${VERIFIER} `],
  ])("rejects %s and leaves the code unused", async (_, code_verifier) => {
    const code = await codeFor(send, CHALLENGE)
    expect(await errorOf(await exchange(send, { code, code_verifier }))).toBe("400 invalid_grant")
    expect((await exchange(send, { code, code_verifier: VERIFIER })).status).toBe(200)
  })

  test("rejects a verifier that is too short, even if it matches the challenge", async () => {
    const short = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("short"))
    const code_challenge = Buffer.from(short).toString("base64url")
    const code = await codeFor(send, { ...CHALLENGE, code_challenge })
    expect(await errorOf(await exchange(send, { code, code_verifier: "short" }))).toBe("400 invalid_grant")
  })

  test("with pkce: ignore, accepts any verifier and none", async () => {
    const lax = sendTo(createBinkEmulator({ pkce: "ignore" }))
    expect((await exchange(lax, { code: await codeFor(lax, CHALLENGE) })).status).toBe(200)
    expect((await exchange(lax, { code: await codeFor(lax), code_verifier: "any" })).status).toBe(200)
  })
})
