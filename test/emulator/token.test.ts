import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, describe, expect, test } from "vitest"
import { type Ask, asking, codeFor, exchange, profile, REDIRECT_URI, tokenForm } from "./browse.ts"

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
let ask: Ask
beforeEach(() => {
  bink = createBinkEmulator({ clients: [DEMO, OTHER] })
  ask = asking(bink)
})

async function refusal(answer: Response): Promise<string> {
  const body = await answer.json()
  expect(Object.keys(body)).toEqual(["error", "error_description"])
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  expect(answer.headers.get("cache-control")).toBe("no-store")
  return `${answer.status} ${body.error}`
}

test("answers what Bink documents, byte for byte, and lets nobody keep it", async () => {
  const answer = await exchange(ask, { code: await codeFor(ask) })
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toBe("application/json")
  expect(answer.headers.get("cache-control")).toBe("no-store")
  expect(answer.headers.get("pragma")).toBe("no-cache")
  expect(await answer.text()).toMatch(
    /^\{"access_token":"\w{40,}","token_type":"Bearer","expires_in":3600\}$/,
  )
})

describe("who asks", () => {
  const basic = { Authorization: `Basic ${btoa("demo-client:demo-secret")}` }
  test.each([
    ["no client", { client_id: null }, {}, "401 invalid_client"],
    ["no secret", { client_secret: null }, {}, "401 invalid_client"],
    ["an unknown client", { client_id: "nobody" }, {}, "401 invalid_client"],
    ["a wrong secret", { client_secret: "wrong" }, {}, "401 invalid_client"],
    ["a secret with a blank", { client_secret: "demo-secret " }, {}, "401 invalid_client"],
    ["another client's secret", { client_secret: "other-secret" }, {}, "401 invalid_client"],
    ["HTTP Basic", { client_id: null, client_secret: null }, basic, "401 invalid_client"],
    ["HTTP Basic beside the body", {}, basic, "400 invalid_request"],
    ["a client twice", { client_id: ["demo-client", "demo-client"] }, {}, "400 invalid_request"],
    ["a secret twice", { client_secret: ["demo-secret", "demo-secret"] }, {}, "400 invalid_request"],
  ])("%s", async (_, params, headers, expected) => {
    const code = await codeFor(ask)
    const answer = await exchange(ask, { code, ...params }, headers)
    expect(await refusal(answer)).toBe(expected)
    // The code is not used up by someone who may not use it.
    expect((await exchange(ask, { code })).status).toBe(200)
  })

  test("HTTP Basic is told in kind", async () => {
    const answer = await exchange(ask, { client_id: null, client_secret: null }, basic)
    expect(answer.headers.get("www-authenticate")).toBe('Basic realm="Bink"')
  })
})

describe("what is asked", () => {
  test.each([
    ["no grant type", { grant_type: null }, "400 invalid_request"],
    ["a refresh", { grant_type: "refresh_token" }, "400 unsupported_grant_type"],
    ["a password", { grant_type: "password" }, "400 unsupported_grant_type"],
    ["no code", { code: null }, "400 invalid_request"],
    ["an empty code", { code: "" }, "400 invalid_request"],
    ["an unknown code", { code: "unknown" }, "400 invalid_grant"],
    ["two codes", { code: ["a", "b"] }, "400 invalid_request"],
    ["no redirect URI", { redirect_uri: null }, "400 invalid_request"],
    [
      "another redirect URI of the client",
      { redirect_uri: "http://localhost:3000/other" },
      "400 invalid_grant",
    ],
    ["another client's code", { client_id: "other", client_secret: "other-secret" }, "400 invalid_grant"],
    ["a verifier nobody announced", { code_verifier: VERIFIER }, "400 invalid_grant"],
  ])("%s", async (_, params, expected) => {
    const answer = await exchange(ask, { code: await codeFor(ask), ...params })
    expect(await refusal(answer)).toBe(expected)
  })

  test.each([
    ["JSON", "application/json"],
    ["multipart", "multipart/form-data; boundary=x"],
    ["text", "text/plain"],
    ["a near miss", "application/x-www-form-urlencodedx"],
  ])("a body of another type: %s", async (_, type) => {
    const body = tokenForm({ code: await codeFor(ask) }).toString()
    const answer = await ask(TOKEN, { method: "POST", headers: { "content-type": type }, body })
    expect(await refusal(answer)).toBe("400 invalid_request")
  })

  test("a content type with a charset, in any case, is a form too", async () => {
    const body = tokenForm({ code: await codeFor(ask) }).toString()
    const headers = { "content-type": "Application/X-WWW-Form-Urlencoded ; charset=utf-8" }
    expect((await ask(TOKEN, { method: "POST", headers, body })).status).toBe(200)
  })

  test("a body of megabytes is not read to its end", async () => {
    const answer = await exchange(ask, { code: "x".repeat(1_000_000) })
    expect(await refusal(answer)).toBe("400 invalid_request")
  })

  test.each(["code", "client_secret", "client_id"])("%s in the address", async (name) => {
    const answer = await ask(`${TOKEN}?${name}=x`, {
      method: "POST",
      body: tokenForm({ code: await codeFor(ask) }),
    })
    expect(await refusal(answer)).toBe("400 invalid_request")
  })

  test.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("%s", async (method) => {
    const answer = await ask(TOKEN, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get("allow")).toBe("POST")
  })
})

describe("a code", () => {
  test("works once, and a replay takes back what it was exchanged for", async () => {
    const code = await codeFor(ask)
    const { access_token } = await (await exchange(ask, { code })).json()
    expect((await profile(ask, access_token)).status).toBe(200)
    expect(await refusal(await exchange(ask, { code }))).toBe("400 invalid_grant")
    expect((await profile(ask, access_token)).status).toBe(401)
  })

  test("is not replayed by another client", async () => {
    const code = await codeFor(ask)
    const { access_token } = await (await exchange(ask, { code })).json()
    await exchange(ask, { code, client_id: "other", client_secret: "other-secret" })
    expect((await profile(ask, access_token)).status).toBe(200)
  })

  test("gives one token to those who ask at once", async () => {
    const code = await codeFor(ask, CHALLENGE)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => exchange(ask, { code, code_verifier: VERIFIER })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test("lives ten minutes", async () => {
    const early = await codeFor(ask)
    bink.advance(599_000)
    expect((await exchange(ask, { code: early })).status).toBe(200)
    const late = await codeFor(ask)
    bink.advance(600_001)
    expect(await refusal(await exchange(ask, { code: late }))).toBe("400 invalid_grant")
  })
})

describe("PKCE", () => {
  test("takes the verifier of RFC 7636, Appendix B", async () => {
    const code = await codeFor(ask, CHALLENGE)
    expect((await exchange(ask, { code, code_verifier: VERIFIER })).status).toBe(200)
  })

  test.each([
    ["no verifier", null],
    ["another verifier", "a".repeat(43)],
    ["a short verifier", "a"],
    ["the challenge itself", CHALLENGE.code_challenge],
    ["a verifier with a blank", `${VERIFIER} `],
  ])("refuses %s, and the right one still works", async (_, code_verifier) => {
    const code = await codeFor(ask, CHALLENGE)
    expect(await refusal(await exchange(ask, { code, code_verifier }))).toBe("400 invalid_grant")
    expect((await exchange(ask, { code, code_verifier: VERIFIER })).status).toBe(200)
  })

  test("refuses a verifier too short to be one, though the challenge was made from it", async () => {
    const short = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("short"))
    const code_challenge = Buffer.from(short).toString("base64url")
    const code = await codeFor(ask, { ...CHALLENGE, code_challenge })
    expect(await refusal(await exchange(ask, { code, code_verifier: "short" }))).toBe("400 invalid_grant")
  })

  test("ignored, takes any verifier and none", async () => {
    const lax = asking(createBinkEmulator({ pkce: "ignore" }))
    expect((await exchange(lax, { code: await codeFor(lax, CHALLENGE) })).status).toBe(200)
    expect((await exchange(lax, { code: await codeFor(lax), code_verifier: "any" })).status).toBe(200)
  })
})
