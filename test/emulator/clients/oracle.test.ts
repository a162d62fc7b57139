import { createBinkEmulator } from "authjs-bink/emulator"
import { describe, expect, test } from "vitest"
import { type Ask, asking, authorizeUrl, exchange, KWAME, profile, REDIRECT_URI } from "../browse.ts"
import { CLIENT, createOracle } from "./oracle.ts"

const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
const CHALLENGE = {
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
}
const BASIC = { Authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` }

type Params = Record<string, string | string[] | null>
/** What each says, and why, where the two do not say the same. */
interface Difference {
  bink: string
  oracle: string
  because: string
}

function createEmulator(): Ask {
  return asking(
    createBinkEmulator({
      signedInAs: KWAME,
      consent: { [KWAME]: "approve" },
      clients: [
        { clientId: CLIENT.id, clientSecret: CLIENT.secret, name: "App", redirectUris: CLIENT.redirectUris },
      ],
    }),
  )
}

/** Puts one question to both, and holds their answers against each other. */
async function compare(question: (ask: Ask) => Promise<string>, difference?: Difference): Promise<void> {
  const bink = await question(createEmulator())
  const oracle = await question(createOracle())
  if (!difference) return expect(bink).toBe(oracle)
  const { because, ...answers } = difference
  expect({ bink, oracle }, because).toEqual(answers)
  expect(bink).not.toBe(oracle)
}

/** Where the browser goes from the authorize endpoint, codes aside. */
function destination(answer: Response): string {
  const location = answer.headers.get("location")
  if (!location) return `${answer.status} on the page`
  const { origin, pathname, searchParams } = new URL(location)
  searchParams.delete("error_description")
  if (searchParams.has("code")) searchParams.set("code", "…")
  return `${origin}${pathname} ${[...searchParams].map((pair) => pair.join("=")).sort()}`
}

async function outcome(answer: Response): Promise<string> {
  const body = await answer.json()
  return `${answer.status} ${body.error ?? Object.keys(body).sort()}`
}

async function start(ask: Ask, params: Params = {}): Promise<string> {
  const location = (await ask(authorizeUrl(params))).headers.get("location") as string
  return new URL(location).searchParams.get("code") as string
}

describe("authorize", () => {
  const page = "400 on the page"
  test.each<[string, Params, Difference?]>([
    ["a request in order", { state: "s" }],
    ["one without a state", {}],
    ["with a challenge", CHALLENGE],
    ["no client", { client_id: null }],
    ["an unknown client", { client_id: "nobody" }],
    ["a redirect URI that is not registered", { redirect_uri: `${REDIRECT_URI}/` }],
    ["a redirect URI that is none", { redirect_uri: "x" }],
    ["no response type", { response_type: null, state: "s" }],
    ["another response type", { response_type: "token", state: "s" }],
    ["a plain challenge", { ...CHALLENGE, code_challenge_method: "plain", state: "s" }],
    ["an unknown method", { ...CHALLENGE, code_challenge_method: "S512", state: "s" }],
    [
      "no redirect URI",
      { redirect_uri: null },
      {
        bink: page,
        oracle: `${REDIRECT_URI} code=…`,
        because: "RFC 6749 lets it be left out; Bink documents it as required.",
      },
    ],
    [
      "a redirect URI with a query, and an error",
      { redirect_uri: `${REDIRECT_URI}?a=1`, response_type: "x" },
      {
        bink: `${REDIRECT_URI} a=1,error=unsupported_response_type`,
        oracle: `${REDIRECT_URI} a=1`,
        because:
          "RFC 6749 §3.1.2 keeps the URI's query, §4.1.2.1 adds the error. The oracle loses the error.",
      },
    ],
    [
      "a challenge without its method",
      { code_challenge: CHALLENGE.code_challenge, state: "s" },
      {
        bink: `${REDIRECT_URI} error=invalid_request,state=s`,
        oracle: `${REDIRECT_URI} code=…,state=s`,
        because: "RFC 7636 §4.3 reads it as plain, which neither takes. The oracle reads it as S256 instead.",
      },
    ],
    [
      "a challenge that is no SHA-256",
      { ...CHALLENGE, code_challenge: "short", state: "s" },
      {
        bink: `${REDIRECT_URI} error=invalid_request,state=s`,
        oracle: `${REDIRECT_URI} code=…,state=s`,
        because: "RFC 7636 §4.2 gives it 43 characters; no verifier could ever fit.",
      },
    ],
    [
      "a method without a challenge",
      { code_challenge_method: "S256" },
      {
        bink: `${REDIRECT_URI} error=invalid_request`,
        oracle: `${REDIRECT_URI} code=…`,
        because: "Half of PKCE is a mistake that the app should hear of before it relies on it.",
      },
    ],
    [
      "an empty scope",
      { scope: "", state: "s" },
      {
        bink: `${REDIRECT_URI} code=…,state=s`,
        oracle: `${REDIRECT_URI} error=invalid_scope,state=s`,
        because: "RFC 6749 §3.1: a parameter without a value counts as left out.",
      },
    ],
    ["a client twice", { client_id: [CLIENT.id, CLIENT.id] }],
    [
      "a response type twice",
      { response_type: ["code", "code"], state: "s" },
      {
        bink: `${REDIRECT_URI} error=invalid_request,state=s`,
        oracle: `${REDIRECT_URI} error=unsupported_response_type,state=s`,
        because: "RFC 6749 §4.1.2.1 calls a repeated parameter invalid_request.",
      },
    ],
  ])("%s", (_, params, difference) =>
    compare(async (ask) => destination(await ask(authorizeUrl(params))), difference),
  )
})

describe("token", () => {
  const status401: Difference = {
    bink: "401 invalid_client",
    oracle: "400 invalid_client",
    because: "RFC 6749 §5.2 allows 401 for invalid_client, and most servers send it.",
  }
  test.each<[string, Params, Difference?, Record<string, string>?]>([
    ["a request in order", {}],
    ["no grant type", { grant_type: null }],
    [
      "another grant type",
      { grant_type: "password" },
      {
        bink: "400 unsupported_grant_type",
        oracle: "400 unauthorized_client",
        because: "The oracle knows the grant and keeps it from this client; Bink has one grant for everyone.",
      },
    ],
    ["no code", { code: null }],
    ["an unknown code", { code: "unknown" }],
    ["a verifier nobody announced", { code_verifier: VERIFIER }],
    ["a wrong secret", { client_secret: "wrong" }, status401],
    ["an unknown client", { client_id: "nobody" }, status401],
    ["no secret", { client_secret: null }, status401],
    ["no client", { client_id: null }, status401],
    [
      "another redirect URI",
      { redirect_uri: `${REDIRECT_URI}?a=1` },
      {
        bink: "400 invalid_grant",
        oracle: "400 invalid_request",
        because: "RFC 6749 §5.2 names this case under invalid_grant.",
      },
    ],
    ["no redirect URI", { redirect_uri: null }],
    [
      "HTTP Basic",
      { client_id: null, client_secret: null },
      {
        bink: "401 invalid_client",
        oracle: "200 access_token,expires_in,token_type",
        because: "Bink documents the credentials in the body, and nothing else.",
      },
      BASIC,
    ],
    [
      "credentials in both places",
      {},
      {
        bink: "400 invalid_request",
        oracle: "200 access_token,expires_in,token_type",
        because: "RFC 6749 §2.3 allows one method a request. The oracle takes the first it finds.",
      },
      BASIC,
    ],
    ["a grant type twice", { grant_type: ["authorization_code", "authorization_code"] }],
  ])("%s", (_, params, difference, headers = {}) =>
    compare(
      async (ask) => outcome(await exchange(ask, { code: await start(ask), ...params }, headers)),
      difference,
    ),
  )

  test.each<[string, string | null, Difference?]>([
    ["the verifier of Appendix B", VERIFIER],
    ["another verifier", "a".repeat(43)],
    ["no verifier", null],
    [
      "a verifier that is none",
      "short",
      {
        bink: "400 invalid_grant",
        oracle: "400 invalid_request",
        because: "RFC 7636 §4.6 calls a verifier that does not fit invalid_grant, whatever its form.",
      },
    ],
  ])("%s", (_, code_verifier, difference) =>
    compare(
      async (ask) => outcome(await exchange(ask, { code: await start(ask, CHALLENGE), code_verifier })),
      difference,
    ),
  )

  test("a code used again", () =>
    compare(async (ask) => {
      const code = await start(ask)
      await exchange(ask, { code })
      return outcome(await exchange(ask, { code }))
    }))

  test("a token whose code was used again", () =>
    compare(
      async (ask) => {
        const code = await start(ask)
        const { access_token } = await (await exchange(ask, { code })).json()
        await exchange(ask, { code })
        return String((await profile(ask, access_token)).status)
      },
      {
        bink: "401",
        oracle: "200",
        because: "RFC 6749 §4.1.2: it SHOULD be revoked. The oracle leaves it to its model.",
      },
    ))

  test("a code after a wrong verifier", () =>
    compare(
      async (ask) => {
        const code = await start(ask, CHALLENGE)
        await exchange(ask, { code, code_verifier: "a".repeat(43) })
        return outcome(await exchange(ask, { code, code_verifier: VERIFIER }))
      },
      {
        bink: "200 access_token,expires_in,token_type",
        oracle: "400 invalid_grant",
        because:
          "No RFC says. Burning it lets whoever saw a code spoil the sign-in; 256 bits are not guessed in ten minutes.",
      },
    ))
})

describe("user", () => {
  test.each<[string, Record<string, string>, Difference?]>([
    ["no token", {}],
    ["an unknown token", { Authorization: "Bearer unknown" }],
    ["a token that is none", { Authorization: "Bearer a b" }],
    ["no token behind Bearer", { Authorization: "Bearer" }],
    [
      "another scheme",
      BASIC,
      {
        bink: '401 Bearer realm="Bink"',
        oracle: '400 Bearer realm="Bink",error="invalid_request"',
        because: "RFC 6750 §3.1: without a Bearer token, the challenge carries no error.",
      },
    ],
    [
      "bearer in lower case",
      { Authorization: "bearer unknown" },
      {
        bink: '401 Bearer realm="Bink",error="invalid_token"',
        oracle: '400 Bearer realm="Bink",error="invalid_request"',
        because: "RFC 9110 §11.1: the scheme's case does not matter.",
      },
    ],
  ])("%s", (_, headers, difference) =>
    compare(async (ask) => {
      const answer = await ask("http://bink.test/api/oauth/user", { headers })
      const challenge = (answer.headers.get("www-authenticate") ?? "")
        .replace('"Service"', '"Bink"')
        .replace(/, error_description="[^"]*"/, "")
        .replace(", ", ",")
      return `${answer.status} ${challenge}`
    }, difference),
  )
})
