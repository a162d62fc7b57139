import { createHash } from "node:crypto"
import { inspect } from "node:util"
import { createBinkEmulator } from "authjs-bink/emulator"
import {
  BinkError,
  type BinkOAuthClient,
  type BinkOAuthClientOptions,
  createBinkClient,
  generateCodeVerifier,
  generateState,
} from "authjs-bink/oauth"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { type BinkServer, listenAsBink, PROFILE, SECRETS, TOKENS } from "../helpers/bink-server.ts"
import { TOKEN_FAULTS } from "../provider/faults/token.ts"
import { USER_FAULTS } from "../provider/faults/user.ts"

const REDIRECT_URI = "https://app.example/callback"

afterEach(() => vi.unstubAllEnvs())

let bink: BinkServer
// One for each test: `setResponses` closes connections that `fetch` may be about to reuse.
beforeEach(async () => {
  bink = await listenAsBink()
})
afterEach(() => bink.close())

function createClient(options: Partial<BinkOAuthClientOptions> = {}): BinkOAuthClient {
  const { clientSecret } = SECRETS
  return createBinkClient({
    redirectUri: REDIRECT_URI,
    clientId: "client",
    clientSecret,
    baseUrl: bink.url,
    ...options,
  })
}

/** Starts a sign-in and returns the callback URL, with the values that the app keeps. */
async function start(client: BinkOAuthClient) {
  const kept = { state: generateState(), codeVerifier: generateCodeVerifier() }
  const response = await fetch(await client.createAuthorizationUrl(kept), { redirect: "manual" })
  return { ...kept, callback: new URL(response.headers.get("location") ?? "") }
}

/** Returns the BinkError of a rejected promise. Fails if a secret of the sign-in is anywhere in it. */
async function errorOf(promise: Promise<unknown>, secrets: string[] = []): Promise<BinkError> {
  const error = await promise.then(
    () => expect.unreachable("The promise was not rejected."),
    (error) => error,
  )
  expect(error).toBeInstanceOf(BinkError)
  for (const secret of [...Object.values(SECRETS), ...secrets]) {
    expect(inspect(error, { depth: 9 })).not.toContain(secret)
  }
  return error
}

describe("a sign-in", () => {
  test("returns the profile and the documented token fields", async () => {
    const client = createClient()
    const { callback, ...kept } = await start(client)
    expect(await client.exchangeCallback(callback, kept)).toEqual({ profile: PROFILE, tokens: TOKENS })
    const [authorize, token] = bink.requests
    expect(Object.fromEntries(authorize?.params ?? [])).toEqual({
      client_id: "client",
      redirect_uri: REDIRECT_URI,
      response_type: "code",
      state: kept.state,
      code_challenge: createHash("sha256").update(kept.codeVerifier).digest("base64url"),
      code_challenge_method: "S256",
    })
    expect(Object.fromEntries(token?.params ?? [])).toEqual({
      grant_type: "authorization_code",
      code: SECRETS.code,
      redirect_uri: REDIRECT_URI,
      client_id: "client",
      client_secret: SECRETS.clientSecret,
      code_verifier: kept.codeVerifier,
    })
  })

  test.each<[string, (callback: URL) => Parameters<BinkOAuthClient["exchangeCallback"]>[0]]>([
    ["a URL", (url) => url],
    ["a string", (url) => url.href],
    ["a path", (url) => url.pathname + url.search],
    ["a URL with a fragment", (url) => `${url.href}#?state=other`],
    ["URLSearchParams", (url) => url.searchParams],
    ["a Request", (url) => new Request(url)],
    ["a request of node:http", (url) => ({ url: url.pathname + url.search })],
  ])("accepts %s as the callback", async (_, convert) => {
    const client = createClient()
    const { callback, ...kept } = await start(client)
    expect((await client.exchangeCallback(convert(callback), kept)).profile.id).toBe(PROFILE.id)
  })

  test("works with the emulator, and reads AUTH_BINK_ID, AUTH_BINK_SECRET and AUTH_BINK_ISSUER", async () => {
    const emulator = createBinkEmulator({
      consent: { cmbink000000000000000yuki: "approve" },
      pkce: "require",
    })
    vi.stubEnv("AUTH_BINK_ID", "demo-client")
    vi.stubEnv("AUTH_BINK_SECRET", "demo-secret")
    vi.stubEnv("AUTH_BINK_ISSUER", "http://bink.test")
    const client = createBinkClient({
      redirectUri: "http://localhost:3000/api/auth/callback/bink",
      fetch: (input, init) => emulator.fetch(input as string, init),
    })
    const kept = { state: generateState(), codeVerifier: generateCodeVerifier() }
    const url = await client.createAuthorizationUrl({ ...kept, loginHint: "yuki" })
    const callback = (await emulator.fetch(url)).headers.get("location") ?? ""
    const { profile } = await client.exchangeCallback(callback, kept)
    expect(profile).toMatchObject({ username: "yuki", verificationLevel: 2 })
    // The code was used.
    expect(await errorOf(client.exchangeCallback(callback, kept))).toMatchObject({ code: "token_refused" })
  })

  test.each([
    [["state"], { state: true, pkce: false }],
    ["state", { state: true, pkce: false }],
    [["pkce"], { state: false, pkce: true }],
    ["none", { state: false, pkce: false }],
  ] as const)("sends and checks only what checks: %j names", async (checks, expected) => {
    const client = createClient({ checks })
    const kept = {
      ...(expected.state && { state: generateState() }),
      ...(expected.pkce && { codeVerifier: generateCodeVerifier() }),
    }
    const url = await client.createAuthorizationUrl(kept)
    expect(url.searchParams.has("state")).toBe(expected.state)
    expect(url.searchParams.has("code_challenge")).toBe(expected.pkce)
    const { headers } = await fetch(url, { redirect: "manual" })
    const { profile } = await client.exchangeCallback(headers.get("location") ?? "", kept)
    expect(profile.id).toBe(PROFILE.id)
    expect(bink.requests.find(({ endpoint }) => endpoint === "token")?.params.has("code_verifier")).toBe(
      expected.pkce,
    )
  })
})

describe("a callback that does not belong to the sign-in", () => {
  test.each<[string, string, (callback: URL) => void]>([
    ["without state", "missing_state", ({ searchParams }) => searchParams.delete("state")],
    ["with an empty state", "missing_state", ({ searchParams }) => searchParams.set("state", "")],
    [
      "with another state",
      "invalid_callback",
      ({ searchParams }) => searchParams.set("state", "x".repeat(43)),
    ],
    [
      "with a longer state",
      "invalid_callback",
      (url) => url.searchParams.set("state", `${url.searchParams.get("state")}x`),
    ],
    ["with two states", "invalid_callback", ({ searchParams }) => searchParams.append("state", "x")],
    ["with two codes", "invalid_callback", ({ searchParams }) => searchParams.append("code", "x")],
    [
      "with the issuer of another server",
      "invalid_callback",
      ({ searchParams }) => searchParams.set("iss", "https://other.example"),
    ],
    ["without a code", "invalid_callback", ({ searchParams }) => searchParams.delete("code")],
    ["with an empty code", "invalid_callback", ({ searchParams }) => searchParams.set("code", "")],
    ["with access_denied", "access_denied", ({ searchParams }) => searchParams.set("error", "access_denied")],
    ["with server_error", "server_error", ({ searchParams }) => searchParams.set("error", "server_error")],
    ["with another error", "invalid_callback", ({ searchParams }) => searchParams.set("error", SECRETS.code)],
    [
      "with access_denied and another state",
      "invalid_callback",
      ({ searchParams }) => {
        searchParams.set("error", "access_denied")
        searchParams.set("state", "x")
      },
    ],
  ])("%s throws %s without a request", async (_, code, change) => {
    const client = createClient()
    const { callback, ...kept } = await start(client)
    change(callback)
    expect(await errorOf(client.exchangeCallback(callback, kept), Object.values(kept))).toMatchObject({
      code,
    })
    expect(bink.requests.filter(({ endpoint }) => endpoint !== "authorize")).toEqual([])
  })

  test.each([
    ["state", { state: undefined }],
    ["state", { state: null }],
    ["state", { state: "" }],
    ["code verifier", { codeVerifier: undefined }],
  ])("throws invalid_callback if the %s is gone: %j", async (_, lost) => {
    const client = createClient()
    const { callback, ...kept } = await start(client)
    const error = await errorOf(client.exchangeCallback(callback, { ...kept, ...lost }))
    expect(error).toMatchObject({ code: "invalid_callback" })
    expect(bink.requests.filter(({ endpoint }) => endpoint !== "authorize")).toEqual([])
  })

  test.each(["", "not a URL", "?", "http://[", "https://app.example/callback"])(
    "%j throws missing_state",
    async (text) => {
      const kept = { state: generateState(), codeVerifier: generateCodeVerifier() }
      expect(await errorOf(createClient().exchangeCallback(text, kept))).toMatchObject({
        code: "missing_state",
      })
    },
  )

  test("an iss that equals the base URL is accepted", async () => {
    const client = createClient()
    const { callback, ...kept } = await start(client)
    callback.searchParams.set("iss", bink.url)
    expect((await client.exchangeCallback(callback, kept)).profile.id).toBe(PROFILE.id)
  })
})

// The outcomes of the Auth.js provider, which shares the code. Options of Auth.js are not options of the client.
const FAULTS = [...TOKEN_FAULTS, ...USER_FAULTS].filter(
  ({ options = {}, needsDatabase }) => !needsDatabase && !("token" in options || "userinfo" in options),
)

test.each(FAULTS)("$name: $expected", async ({ expected, responses, options, neverEnds, accountId }) => {
  bink.setResponses(responses ?? {})
  const client = createClient({ ...(neverEnds && { timeout: 150 }), ...(options as object) })
  const { callback, ...kept } = await start(client)
  const result = client.exchangeCallback(callback, kept)
  if (expected === "signed in") {
    const { profile, tokens } = await result
    expect(profile.id).toBe(accountId ?? PROFILE.id)
    expect(
      Object.keys(tokens).every((key) =>
        /^(access_token|token_type|expires_in|refresh_token|scope)$/.test(key),
      ),
    ).toBe(true)
  } else {
    await errorOf(result, Object.values(kept))
  }
  expect(bink.requests.filter(({ endpoint }) => endpoint === "other")).toEqual([])
})

describe("bad input", () => {
  test.each([
    ["redirectUri", { redirectUri: "" }],
    ["redirectUri", { redirectUri: "/callback" }],
    ["redirectUri", { redirectUri: "app.example/callback" }],
    ["redirectUri", { redirectUri: "javascript:alert(1)" }],
    ["redirectUri", { redirectUri: "https://app.example/callback#x" }],
    ["redirectUri", { redirectUri: undefined as unknown as string }],
    ["checks", { checks: [] }],
    ["checks", { checks: ["PKCE" as "pkce"] }],
    ["timeout", { timeout: 0 }],
  ])("throws invalid_option for an invalid %s: %j", (name, options) => {
    expect(() => createClient(options)).toThrow(
      expect.objectContaining({
        code: "invalid_option",
        message: expect.stringContaining(`Invalid ${name}`),
      }) as Error,
    )
  })

  test("throws invalid_base_url for a base URL with a password", () => {
    expect(() => createClient({ baseUrl: "https://user:password@bink.example" })).toThrow(
      expect.objectContaining({ code: "invalid_base_url" }) as Error,
    )
  })

  test.each([
    ["state", { codeVerifier: generateCodeVerifier() }],
    ["state", { codeVerifier: generateCodeVerifier(), state: "" }],
    ["codeVerifier", { state: generateState() }],
    ["codeVerifier", { state: generateState(), codeVerifier: "too-short" }],
  ])("createAuthorizationUrl throws invalid_option without a valid %s: %j", async (name, parameters) => {
    expect(await errorOf(createClient().createAuthorizationUrl(parameters))).toMatchObject({
      code: "invalid_option",
      message: expect.stringContaining(`Invalid ${name}`),
    })
  })

  test("missing credentials are an error of the functions, not of a build", async () => {
    for (const name of ["AUTH_BINK_ID", "AUTH_BINK_SECRET"]) vi.stubEnv(name, "")
    const { callback, ...kept } = await start(createClient())
    const client = createClient({ clientId: undefined, clientSecret: undefined })
    expect(await errorOf(client.createAuthorizationUrl(kept))).toMatchObject({ code: "missing_credentials" })
    expect(await errorOf(client.exchangeCallback(callback, kept))).toMatchObject({
      code: "missing_credentials",
    })
  })
})

test("generateState and generateCodeVerifier return new values for cookies, URLs and RFC 7636", () => {
  const values = Array.from({ length: 100 }, () => [generateState(), generateCodeVerifier()]).flat()
  expect(new Set(values).size).toBe(200)
  for (const value of values) expect(value).toMatch(/^[A-Za-z0-9_-]{43}$/)
})
