import { inspect } from "node:util"
import { expect, test } from "vitest"
import { BinkError } from "../../src/errors.ts"
import { readTokenResponse } from "../../src/oauth/tokens.ts"

const TOKENS = { access_token: "s3cret-token", token_type: "Bearer", expires_in: 3600 }

/** Returns the error of `readTokenResponse`. Fails if there is none, or if a secret is in it. */
async function errorOf(body: unknown, init: ResponseInit): Promise<BinkError> {
  const error = await readTokenResponse(Response.json(body, init)).then(
    () => expect.unreachable("readTokenResponse did not throw"),
    (error) => error,
  )
  expect(error).toBeInstanceOf(BinkError)
  expect(inspect(error)).not.toMatch(/s3cret/)
  return error
}

test.each([
  [
    401,
    { error: "invalid_client", error_description: "s3cret" },
    "token_refused",
    /\(invalid_client\).*AUTH_BINK_SECRET/,
  ],
  [400, { error: "unauthorized_client" }, "token_refused", /\(unauthorized_client\).*AUTH_BINK_SECRET/],
  [
    400,
    { error: "invalid_grant", error_description: "s3cret" },
    "token_refused",
    /\(invalid_grant\).*expired/,
  ],
  [400, { error: "invalid_request" }, "token_refused", /\(invalid_request\).*registration/],
  [400, { error: "s3cret" }, "token_refused", /token request\. /],
  [400, { error: "toString" }, "token_refused", /token request\. /],
  [401, "s3cret", "token_refused", /AUTH_BINK_ID/],
  [403, {}, "token_refused", /AUTH_BINK_ID/],
  [200, { ...TOKENS, error: "invalid_grant" }, "token_refused", /invalid_grant/],
  [200, { ...TOKENS, error: "s3cret" }, "token_refused", /registration/],
  [404, {}, "invalid_response", /HTTP 404/],
  [400, TOKENS, "invalid_response", /HTTP 400/],
  [500, { error: "invalid_grant" }, "server_error", /HTTP 500/],
  [429, { error: "invalid_grant" }, "rate_limited", /HTTP 429/],
  [200, { data: TOKENS }, "invalid_response", /access_token is missing/],
  [200, { ...TOKENS, token_type: "mac" }, "invalid_response", /token_type is not/],
])("HTTP %i with %j throws %s", async (status, body, code, message) => {
  const error = await errorOf(body, { status })
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
})

test("an error has the seconds of Retry-After", async () => {
  const error = await errorOf({}, { status: 503, headers: { "retry-after": "30" } })
  expect(error).toMatchObject({ code: "server_error", status: 503, retryAfter: 30 })
})

test.each<[string, object, object]>([
  ["the documented fields", TOKENS, TOKENS],
  ["no token_type", { access_token: "t" }, { access_token: "t", token_type: "Bearer" }],
  ["token_type in upper case", { ...TOKENS, token_type: "BEARER" }, TOKENS],
  ["expires_in as a numeric string", { ...TOKENS, expires_in: "3600" }, TOKENS],
  ["expires_in with a fraction", { ...TOKENS, expires_in: 3600.9 }, TOKENS],
  // Auth.js stores the date of expiry as a 32-bit integer in some databases, which ends in 2038.
  ["expires_in above one year", { ...TOKENS, expires_in: 1e15 }, { ...TOKENS, expires_in: 31_536_000 }],
  [
    "refresh_token and scope",
    { ...TOKENS, refresh_token: "r", scope: "a b" },
    { ...TOKENS, refresh_token: "r", scope: "a b" },
  ],
  ["undocumented fields", { ...TOKENS, id_token: "a.b.c", providerAccountId: "x", created_at: 1 }, TOKENS],
  ["invalid optional fields", { ...TOKENS, refresh_token: null, scope: ["a"] }, TOKENS],
])("returns the documented fields of a response with %s", async (_, body, expected) => {
  expect(await readTokenResponse(Response.json(body))).toEqual(expected)
})

test.each([null, undefined, 0, -5, Number.NaN, "", "soon", {}, [], true])(
  "leaves out an expires_in of %j",
  async (value) => {
    expect(await readTokenResponse(Response.json({ ...TOKENS, expires_in: value }))).not.toHaveProperty(
      "expires_in",
    )
  },
)
