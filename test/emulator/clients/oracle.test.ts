import { createBinkEmulator } from "authjs-bink/emulator"
import { describe, expect, test } from "vitest"
import { authorizeUrl, exchange, KWAME, profile, REDIRECT_URI, type Send, sendTo } from "../requests.ts"
import { CLIENT, createOracle } from "./oracle.ts"

const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
const CHALLENGE = {
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
}
const BASIC = { Authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` }

type Params = Record<string, string | string[] | null>
/** The results of both servers if they differ, and the reason. */
interface Difference {
  bink: string
  oracle: string
  because: string
}

function createEmulator(): Send {
  return sendTo(
    createBinkEmulator({
      signedInAs: KWAME,
      consent: { [KWAME]: "approve" },
      clients: [
        { clientId: CLIENT.id, clientSecret: CLIENT.secret, name: "App", redirectUris: CLIENT.redirectUris },
      ],
    }),
  )
}

/** Runs the same requests on both servers and compares the results. */
async function compare(run: (send: Send) => Promise<string>, difference?: Difference): Promise<void> {
  const bink = await run(createEmulator())
  const oracle = await run(createOracle())
  if (!difference) return expect(bink).toBe(oracle)
  const { because, ...expected } = difference
  expect({ bink, oracle }, because).toEqual(expected)
  expect(bink).not.toBe(oracle)
}

/** Returns the redirect of an authorization response, without the code. */
function destination(response: Response): string {
  const location = response.headers.get("location")
  if (!location) return `${response.status} on the page`
  const { origin, pathname, searchParams } = new URL(location)
  searchParams.delete("error_description")
  if (searchParams.has("code")) searchParams.set("code", "…")
  return `${origin}${pathname} ${[...searchParams].map((pair) => pair.join("=")).sort()}`
}

async function outcome(response: Response): Promise<string> {
  const body = await response.json()
  return `${response.status} ${body.error ?? Object.keys(body).sort()}`
}

async function start(send: Send, params: Params = {}): Promise<string> {
  const location = (await send(authorizeUrl(params))).headers.get("location") as string
  return new URL(location).searchParams.get("code") as string
}

describe("the authorization endpoint, for", () => {
  const page = "400 on the page"
  test.each<[string, Params, Difference?]>([
    ["a valid request", { state: "s" }],
    ["a request without state", {}],
    ["a request with a challenge", CHALLENGE],
    ["a missing client_id", { client_id: null }],
    ["an unknown client_id", { client_id: "unknown" }],
    ["an unregistered redirect URI", { redirect_uri: `${REDIRECT_URI}/` }],
    ["an invalid redirect URI", { redirect_uri: "x" }],
    ["a missing response type", { response_type: null, state: "s" }],
    ["another response type", { response_type: "token", state: "s" }],
    ["a challenge with the method plain", { ...CHALLENGE, code_challenge_method: "plain", state: "s" }],
    ["an unknown challenge method", { ...CHALLENGE, code_challenge_method: "S512", state: "s" }],
    [
      "a missing redirect URI",
      { redirect_uri: null },
      {
        bink: page,
        oracle: `${REDIRECT_URI} code=…`,
        because: "Optional in RFC 6749. Bink documents it as required.",
      },
    ],
    [
      "a redirect URI with a query, and an error",
      { redirect_uri: `${REDIRECT_URI}?a=1`, response_type: "x" },
      {
        bink: `${REDIRECT_URI} a=1,error=unsupported_response_type`,
        oracle: `${REDIRECT_URI} a=1`,
        because:
          "RFC 6749 §3.1.2 keeps the query of the URI, and §4.1.2.1 adds the error. The oracle drops the error.",
      },
    ],
    [
      "a challenge without its method",
      { code_challenge: CHALLENGE.code_challenge, state: "s" },
      {
        bink: `${REDIRECT_URI} error=invalid_request,state=s`,
        oracle: `${REDIRECT_URI} code=…,state=s`,
        because:
          "RFC 7636 §4.3 defines the default as plain, which both reject. The oracle uses S256 instead.",
      },
    ],
    [
      "a challenge that is not a SHA-256 hash",
      { ...CHALLENGE, code_challenge: "short", state: "s" },
      {
        bink: `${REDIRECT_URI} error=invalid_request,state=s`,
        oracle: `${REDIRECT_URI} code=…,state=s`,
        because: "RFC 7636 §4.2 defines 43 characters. No verifier matches a shorter challenge.",
      },
    ],
    [
      "a method without a challenge",
      { code_challenge_method: "S256" },
      {
        bink: `${REDIRECT_URI} error=invalid_request`,
        oracle: `${REDIRECT_URI} code=…`,
        because: "An incomplete PKCE request is a mistake that the app should notice early.",
      },
    ],
    [
      "an empty scope",
      { scope: "", state: "s" },
      {
        bink: `${REDIRECT_URI} code=…,state=s`,
        oracle: `${REDIRECT_URI} error=invalid_scope,state=s`,
        because: "RFC 6749 §3.1: a parameter without a value counts as missing.",
      },
    ],
    ["a repeated client_id", { client_id: [CLIENT.id, CLIENT.id] }],
    [
      "a repeated response type",
      { response_type: ["code", "code"], state: "s" },
      {
        bink: `${REDIRECT_URI} error=invalid_request,state=s`,
        oracle: `${REDIRECT_URI} error=unsupported_response_type,state=s`,
        because: "RFC 6749 §4.1.2.1 defines invalid_request for a repeated parameter.",
      },
    ],
  ])("%s", (_, params, difference) =>
    compare(async (send) => destination(await send(authorizeUrl(params))), difference),
  )
})

describe("the token endpoint, for", () => {
  const status401: Difference = {
    bink: "401 invalid_client",
    oracle: "400 invalid_client",
    because: "RFC 6749 §5.2 allows 401 for invalid_client, and most servers send it.",
  }
  test.each<[string, Params, Difference?, Record<string, string>?]>([
    ["a valid request", {}],
    ["a missing grant type", { grant_type: null }],
    [
      "another grant type",
      { grant_type: "password" },
      {
        bink: "400 unsupported_grant_type",
        oracle: "400 unauthorized_client",
        because: "The oracle supports the grant, but not for this client. Bink has one grant.",
      },
    ],
    ["a missing code", { code: null }],
    ["an unknown code", { code: "unknown" }],
    ["a verifier without a challenge", { code_verifier: VERIFIER }],
    ["a wrong secret", { client_secret: "wrong" }, status401],
    ["an unknown client_id", { client_id: "unknown" }, status401],
    ["a missing secret", { client_secret: null }, status401],
    ["a missing client_id", { client_id: null }, status401],
    [
      "another redirect URI",
      { redirect_uri: `${REDIRECT_URI}?a=1` },
      {
        bink: "400 invalid_grant",
        oracle: "400 invalid_request",
        because: "RFC 6749 §5.2 defines invalid_grant for this case.",
      },
    ],
    ["a missing redirect URI", { redirect_uri: null }],
    [
      "HTTP Basic",
      { client_id: null, client_secret: null },
      {
        bink: "401 invalid_client",
        oracle: "200 access_token,expires_in,token_type",
        because: "Bink documents the credentials in the body only.",
      },
      BASIC,
    ],
    [
      "credentials in the header and in the body",
      {},
      {
        bink: "400 invalid_request",
        oracle: "200 access_token,expires_in,token_type",
        because: "RFC 6749 §2.3 allows one method per request. The oracle uses the first one.",
      },
      BASIC,
    ],
    ["a repeated grant type", { grant_type: ["authorization_code", "authorization_code"] }],
  ])("%s", (_, params, difference, headers = {}) =>
    compare(
      async (send) => outcome(await exchange(send, { code: await start(send), ...params }, headers)),
      difference,
    ),
  )

  test.each<[string, string | null, Difference?]>([
    ["the verifier of Appendix B", VERIFIER],
    ["another verifier", "a".repeat(43)],
    ["a missing verifier", null],
    [
      "an invalid verifier",
      "short",
      {
        bink: "400 invalid_grant",
        oracle: "400 invalid_request",
        because: "RFC 7636 §4.6 defines invalid_grant for every verifier that does not match.",
      },
    ],
  ])("%s", (_, code_verifier, difference) =>
    compare(
      async (send) => outcome(await exchange(send, { code: await start(send, CHALLENGE), code_verifier })),
      difference,
    ),
  )

  test("a code that was used before", () =>
    compare(async (send) => {
      const code = await start(send)
      await exchange(send, { code })
      return outcome(await exchange(send, { code }))
    }))

  test("an access token whose code was used again", () =>
    compare(
      async (send) => {
        const code = await start(send)
        const { access_token } = await (await exchange(send, { code })).json()
        await exchange(send, { code })
        return String((await profile(send, access_token)).status)
      },
      {
        bink: "401",
        oracle: "200",
        because: "RFC 6749 §4.1.2: it SHOULD be revoked. The oracle leaves this to its model.",
      },
    ))

  test("a code after a wrong verifier", () =>
    compare(
      async (send) => {
        const code = await start(send, CHALLENGE)
        await exchange(send, { code, code_verifier: "a".repeat(43) })
        return outcome(await exchange(send, { code, code_verifier: VERIFIER }))
      },
      {
        bink: "200 access_token,expires_in,token_type",
        oracle: "400 invalid_grant",
        because:
          "Not defined by an RFC. Otherwise an attacker with the code could prevent the sign-in. A verifier cannot be guessed.",
      },
    ))
})

describe("the user endpoint, for", () => {
  test.each<[string, Record<string, string>, Difference?]>([
    ["a missing token", {}],
    ["an unknown token", { Authorization: "Bearer unknown" }],
    ["an invalid token", { Authorization: "Bearer a b" }],
    ["Bearer without a token", { Authorization: "Bearer" }],
    [
      "another scheme",
      BASIC,
      {
        bink: '401 Bearer realm="Bink"',
        oracle: '400 Bearer realm="Bink",error="invalid_request"',
        because: "RFC 6750 §3.1: without a Bearer token, the challenge has no error.",
      },
    ],
    [
      "the scheme in lower case",
      { Authorization: "bearer unknown" },
      {
        bink: '401 Bearer realm="Bink",error="invalid_token"',
        oracle: '400 Bearer realm="Bink",error="invalid_request"',
        because: "RFC 9110 §11.1: the scheme is case-insensitive.",
      },
    ],
  ])("%s", (_, headers, difference) =>
    compare(async (send) => {
      const response = await send("http://bink.test/api/oauth/user", { headers })
      const challenge = (response.headers.get("www-authenticate") ?? "")
        .replace('"Service"', '"Bink"')
        .replace(/, error_description="[^"]*"/, "")
        .replace(", ", ",")
      return `${response.status} ${challenge}`
    }, difference),
  )
})
