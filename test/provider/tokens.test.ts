import { inspect } from "node:util"
import { expect, test } from "vitest"
import { BinkError } from "../../src/errors.ts"
import { readTokenResponse } from "../../src/oauth/tokens.ts"

const TOKENS = { access_token: "hush-token", token_type: "Bearer", expires_in: 3600 }

async function failure(body: unknown, init: ResponseInit): Promise<BinkError> {
  const error = await readTokenResponse(Response.json(body, init)).then(
    () => expect.unreachable("it did not fail"),
    (error) => error,
  )
  expect(error).toBeInstanceOf(BinkError)
  expect(inspect(error)).not.toMatch(/hush/)
  return error
}

test.each([
  [
    401,
    { error: "invalid_client", error_description: "hush" },
    "token_refused",
    /\(invalid_client\).*AUTH_BINK_SECRET/,
  ],
  [400, { error: "unauthorized_client" }, "token_refused", /\(unauthorized_client\).*AUTH_BINK_SECRET/],
  [400, { error: "invalid_grant", error_description: "hush" }, "token_refused", /\(invalid_grant\).*expired/],
  [400, { error: "invalid_request" }, "token_refused", /\(invalid_request\).*registration/],
  [400, { error: "hush" }, "token_refused", /token request\. /],
  [400, { error: "toString" }, "token_refused", /token request\. /],
  [401, "hush", "token_refused", /AUTH_BINK_ID/],
  [403, {}, "token_refused", /AUTH_BINK_ID/],
  [200, { ...TOKENS, error: "invalid_grant" }, "token_refused", /invalid_grant/],
  [200, { ...TOKENS, error: "hush" }, "token_refused", /registration/],
  [404, {}, "invalid_response", /HTTP 404/],
  [400, TOKENS, "invalid_response", /HTTP 400/],
  [500, { error: "invalid_grant" }, "server_error", /HTTP 500/],
  [429, { error: "invalid_grant" }, "rate_limited", /HTTP 429/],
  [200, { data: TOKENS }, "invalid_response", /access_token is missing/],
  [200, { ...TOKENS, token_type: "mac" }, "invalid_response", /token_type is not/],
])("HTTP %i with %j is %s", async (status, body, code, message) => {
  const error = await failure(body, { status })
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
})

test("a time to wait is kept", async () => {
  const error = await failure({}, { status: 503, headers: { "retry-after": "30" } })
  expect(error).toMatchObject({ code: "server_error", status: 503, retryAfter: 30 })
})

test.each<[string, object, object]>([
  ["as documented", TOKENS, TOKENS],
  ["without a type", { access_token: "t" }, { access_token: "t", token_type: "Bearer" }],
  ["with the type in capitals", { ...TOKENS, token_type: "BEARER" }, TOKENS],
  ["with a lifetime as text", { ...TOKENS, expires_in: "3600" }, TOKENS],
  ["with a fraction of a second", { ...TOKENS, expires_in: 3600.9 }, TOKENS],
  // A database's integer ends in 2038, and a person would be left without an account.
  ["with a lifetime of ages", { ...TOKENS, expires_in: 1e15 }, { ...TOKENS, expires_in: 31_536_000 }],
  [
    "with what RFC 6749 knows",
    { ...TOKENS, refresh_token: "r", scope: "a b" },
    { ...TOKENS, refresh_token: "r", scope: "a b" },
  ],
  ["with what it does not", { ...TOKENS, id_token: "a.b.c", providerAccountId: "x", created_at: 1 }, TOKENS],
  ["with nonsense in optional fields", { ...TOKENS, refresh_token: null, scope: ["a"] }, TOKENS],
])("tokens %s", async (_, body, expected) => {
  expect(await readTokenResponse(Response.json(body))).toEqual(expected)
})

test.each([null, undefined, 0, -5, Number.NaN, "", "soon", {}, [], true])(
  "a lifetime of %j is left out",
  async (value) => {
    expect(await readTokenResponse(Response.json({ ...TOKENS, expires_in: value }))).not.toHaveProperty(
      "expires_in",
    )
  },
)
