import { type BinkEmulatorOptions, createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, describe, expect, test, vi } from "vitest"
import { authorizeUrl, codeFor, exchange, KWAME, profile, sendTo, signIn, tokenForm } from "./requests.ts"

const TOKEN = "http://bink.test/api/oauth/token"
const basic = (credentials: string) => ({ Authorization: `Basic ${btoa(credentials)}` })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe("a JSON body at the token endpoint", () => {
  const post = async (change: (fields: Record<string, unknown>) => unknown, type = "application/json") => {
    const bink = createBinkEmulator()
    const fields = Object.fromEntries(tokenForm({ code: await codeFor(sendTo(bink)) }))
    const body = JSON.stringify(change(fields))
    const response = await bink.fetch(TOKEN, { method: "POST", headers: { "Content-Type": type }, body })
    return { bink, response, fields }
  }

  test.each(["application/json", "application/json; charset=utf-8", "Application/JSON"])(
    "with the content type %s is answered like a form",
    async (type) => {
      const { bink, response, fields } = await post((fields) => fields, type)
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ token_type: "Bearer", expires_in: 3600 })
      const log = JSON.stringify(bink.requests())
      expect(bink.requests().at(-1)?.params).toMatchObject({
        client_id: "demo-client",
        client_secret: "[redacted]",
      })
      for (const secret of [fields.code, fields.client_secret]) expect(log).not.toContain(secret)
    },
  )

  test.each<[string, (fields: Record<string, unknown>) => unknown]>([
    ["a list", (fields) => [fields]],
    ["null", () => null],
    ["a string", () => "code"],
    ["a number as the code", (fields) => ({ ...fields, code: 1 })],
    ["a nested object", (fields) => ({ ...fields, code: { a: "b" } })],
  ])("that is %s is refused", async (_, change) => {
    const { response } = await post(change)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: "invalid_request" })
  })
})

describe("clientAuthentication", () => {
  const NONE = { client_id: null, client_secret: null }
  test.each<[BinkEmulatorOptions["clientAuthentication"], string, object, Record<string, string>, number]>([
    ["body", "an empty header", {}, { Authorization: "" }, 200],
    ["body", "a header next to the body", {}, basic("demo-client:demo-secret"), 400],
    ["ignore-header", "a header next to the body", {}, basic("x:y"), 200],
    ["ignore-header", "only a header", NONE, basic("demo-client:demo-secret"), 401],
    ["any", "only the body", {}, {}, 200],
    ["any", "only a header", NONE, basic("demo-client:demo-secret"), 200],
    ["any", "a form-encoded header", NONE, basic("demo%2Dclient:demo%2Dsecret"), 200],
    ["any", "a header next to the same credentials", {}, basic("demo-client:demo-secret"), 200],
    ["any", "a header with a wrong secret", {}, basic("demo-client:wrong"), 401],
    [
      "any",
      "a header next to a wrong secret",
      { client_secret: "wrong" },
      basic("demo-client:demo-secret"),
      401,
    ],
    ["any", "a header with another client id than the body", {}, basic("other:demo-secret"), 400],
    ["any", "a header without a secret", NONE, basic("demo-client:"), 401],
    ["any", "a bearer token", NONE, { Authorization: "Bearer demo-secret" }, 401],
    ["any", "a header that is not base64", NONE, { Authorization: "Basic %%%" }, 401],
  ])("%s: %s", async (clientAuthentication, _, params, headers, status) => {
    const send = sendTo(createBinkEmulator({ clientAuthentication }))
    expect((await exchange(send, { code: await codeFor(send), ...params }, headers)).status).toBe(status)
  })
})

describe("unknownParameters", () => {
  const KNOWN = {
    state: "s",
    scope: "",
    code_challenge: "c".repeat(43),
    code_challenge_method: "S256",
    login_hint: "kwame",
  }

  test("refuse passes what Bink's page, RFC 6749 and RFC 7636 define, and an empty scope", async () => {
    const send = sendTo(createBinkEmulator({ unknownParameters: "refuse", consent: { [KWAME]: "approve" } }))
    const response = await send(authorizeUrl(KNOWN))
    expect(new URL(response.headers.get("location") ?? "").searchParams.get("code")).toBeTruthy()
  })

  test.each([{ scope: "undefined" }, { nonce: "x" }, { audience: "a" }])(
    "refuse returns an error to the app for %j",
    async (params) => {
      const send = sendTo(createBinkEmulator({ unknownParameters: "refuse" }))
      const response = await send(authorizeUrl({ state: "s", ...params }))
      const { searchParams } = new URL(response.headers.get("location") ?? "")
      expect(searchParams.get("error")).toBe("invalid_request")
      expect(searchParams.get("error_description")).toContain(Object.keys(params)[0])
      expect((await sendTo(createBinkEmulator())(authorizeUrl(params))).status).toBe(200)
    },
  )

  test("refuse covers the token and the user endpoint", async () => {
    const bink = createBinkEmulator({ unknownParameters: "refuse", tokens: { bink_kwame: KWAME } })
    const send = sendTo(bink)
    const code = await codeFor(send)
    expect((await exchange(send, { code, audience: "a" })).status).toBe(400)
    expect((await exchange(send, { code })).status).toBe(200)
    const headers = { Authorization: "Bearer bink_kwame" }
    expect((await send("http://bink.test/api/oauth/user?fields=id", { headers })).status).toBe(400)
    expect((await profile(send, "bink_kwame")).status).toBe(200)
  })

  test("the request log marks the parameters that Bink's page does not document, unless they are empty", async () => {
    const bink = createBinkEmulator()
    await bink.fetch(authorizeUrl({ ...KNOWN, scope: "undefined", nonce: "x", prompt: "" }))
    expect(bink.requests()[0]?.undocumented).toEqual([
      "state",
      "scope",
      "code_challenge",
      "code_challenge_method",
      "login_hint",
      "nonce",
    ])
    const page = await (await bink.fetch("http://bink.test/_bink")).text()
    expect(page).toContain("Not on Bink")
    expect(page).toContain("nonce<sup>*</sup>")
    expect(page).toContain("client_id=")
  })
})

describe("publicUrl", () => {
  test("is the address of avatars, whatever host the server uses", async () => {
    const bink = createBinkEmulator({ publicUrl: "http://localhost:2465/", tokens: { bink_kwame: KWAME } })
    const response = await bink.fetch("http://bink:2465/api/oauth/user", {
      headers: { Authorization: "Bearer bink_kwame" },
    })
    expect((await response.json()).avatar).toBe(`http://localhost:2465/avatars/${KWAME}.svg`)
  })
})

test.each<[string, object]>([
  ["clientAuthentication", { clientAuthentication: "basic" }],
  ["unknownParameters", { unknownParameters: "reject" }],
  ["publicUrl", { publicUrl: "localhost:2465" }],
  ["publicUrl", { publicUrl: "http://localhost:2465?x" }],
  ["allowedHosts", { allowedHosts: "bink" }],
  ["allowedHosts", { allowedHosts: ["http://bink"] }],
  ["allowedHosts", { allowedHosts: [""] }],
])("an invalid %s throws invalid_option that names it: %j", (name, options) => {
  expect(() => createBinkEmulator(options)).toThrow(
    expect.objectContaining({ code: "invalid_option", message: expect.stringContaining(name) }) as Error,
  )
})

test("with NODE_ENV=production, the first request logs one warning", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {})
  vi.stubEnv("NODE_ENV", "production")
  const send = sendTo(createBinkEmulator())
  expect(warn).not.toHaveBeenCalled()
  await signIn(send, authorizeUrl())
  expect(warn.mock.calls).toEqual([[expect.stringContaining("NODE_ENV=production")]])
  vi.stubEnv("NODE_ENV", "test")
  await createBinkEmulator().fetch(authorizeUrl())
  expect(warn).toHaveBeenCalledTimes(1)
})
