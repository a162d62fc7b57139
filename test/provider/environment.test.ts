import { setEnvDefaults } from "@auth/core"
import Bink, { type BinkError, withBink } from "authjs-bink"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type AppConfig, startApp, VERSIONS } from "../helpers/auth-apps.ts"
import { redirectToApp, SECRETS, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

const warn = vi.spyOn(console, "warn").mockImplementation(() => {})

beforeEach(() => {
  vi.unstubAllEnvs()
  for (const name of ["AUTH_BINK_ID", "AUTH_BINK_SECRET", "AUTH_BINK_ISSUER"]) vi.stubEnv(name, undefined)
  warn.mockClear()
  return () => vi.unstubAllGlobals()
})

function stubEnvironment(url: string) {
  vi.stubEnv("AUTH_BINK_ID", "client")
  vi.stubEnv("AUTH_BINK_SECRET", SECRETS.clientSecret)
  vi.stubEnv("AUTH_BINK_ISSUER", url)
}

describe.each(VERSIONS)("environment variables in %s", (version) => {
  async function nameAfterSignIn(config: AppConfig): Promise<string | undefined> {
    const app = await startApp(version, config)
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    return (await browser.session(app.url))?.user?.name
  }

  test("Bink() needs only AUTH_BINK_ID, AUTH_BINK_SECRET and AUTH_BINK_ISSUER", async () => {
    const bink = await startBinkServer()
    stubEnvironment(`${bink.url}/`)
    bink.setResponses({ authorize: redirectToApp({ iss: bink.url }) })
    expect(await nameAfterSignIn({ providers: [Bink()] })).toBe("Ada")
    if (version !== "next-auth 4") expect(await nameAfterSignIn({ providers: [Bink] })).toBe("Ada")
    expect(warn).not.toHaveBeenCalled()
  })

  test("an option overrides its variable unless it is empty or undefined", async () => {
    const bink = await startBinkServer()
    stubEnvironment(bink.url)
    expect(
      await nameAfterSignIn({ providers: [Bink({ clientId: "", clientSecret: undefined, baseUrl: "" })] }),
    ).toBe("Ada")
    expect(await nameAfterSignIn({ providers: [Bink({ clientSecret: "another" })] })).toBeUndefined()
  })

  test("an empty variable counts as unset", async () => {
    vi.stubEnv("AUTH_BINK_ID", "")
    vi.stubEnv("AUTH_BINK_ISSUER", "")
    const config = Bink({ clientSecret: "s" })
    expect(config.issuer).toBe("https://bink.link")
    // Auth.js only adds properties that do not exist.
    expect(config).not.toHaveProperty("clientId")
    expect(warn).toHaveBeenCalledOnce()
  })

  test("without credentials, Bink() warns with the names of the variables and a sign-in sends no request to Bink", async () => {
    const bink = await startBinkServer()
    const app = await startApp(version, { providers: [Bink({ baseUrl: bink.url })] })
    expect(warn).toHaveBeenCalledOnce()
    expect(warn.mock.calls[0]?.[0]).toMatch(/AUTH_BINK_ID.*AUTH_BINK_SECRET/)

    const { url } = await createHttpBrowser().signIn(app.url)
    expect(url.searchParams.get("error")).toBe(version === "next-auth 4" ? "OAuthSignin" : "Configuration")
    expect(bink.requests).toEqual([])
    if (version !== "next-auth 4") expect(app.log.join()).toMatch(/missing_credentials/)
    // The rest of the app works.
    expect(await createHttpBrowser().session(app.url)).toEqual(version === "next-auth 4" ? {} : null)
  })
})

test("next-auth 5 with withBink and an uncalled Bink without credentials logs one warning", async () => {
  await startApp("next-auth 5", withBink({ providers: [Bink] }))
  expect(warn).toHaveBeenCalledOnce()
})

test("two apps without credentials log two warnings", async () => {
  Bink()
  await null
  Bink()
  expect(warn).toHaveBeenCalledTimes(2)
})

test("an environment that only Auth.js can read provides credentials and base URL, without a warning", () => {
  const config = { providers: [Bink, Bink({ id: "bink-called" })] as object[] }
  warn.mockClear()
  setEnvDefaults(
    { AUTH_BINK_ID: "client", AUTH_BINK_SECRET: "secret", AUTH_BINK_ISSUER: "https://bink.example/" },
    config as Parameters<typeof setEnvDefaults>[1],
  )
  expect(warn).not.toHaveBeenCalled()
  expect(config.providers[0]).toMatchObject({
    clientId: "client",
    clientSecret: "secret",
    issuer: "https://bink.example",
    authorization: { url: "https://bink.example/api/oauth/authorize" },
    token: { url: "https://bink.example/api/oauth/token" },
    userinfo: { url: "https://bink.example/api/oauth/user" },
  })
  // A called provider receives the credentials, but not the base URL.
  expect(config.providers[1]).toMatchObject({
    clientId: "client",
    authorization: { url: "https://bink.link/api/oauth/authorize" },
  })
})

test("an uncalled Bink inside withBink takes credentials that only Auth.js can read, without a warning (SvelteKit)", () => {
  const config = withBink({ providers: [Bink] })
  setEnvDefaults({ AUTH_BINK_ID: "client", AUTH_BINK_SECRET: "secret" }, config)
  expect(config.providers[0]).toMatchObject({ clientId: "client", clientSecret: "secret" })
  expect(warn).not.toHaveBeenCalled()
})

test("next-auth 4 with withBink and an uncalled Bink without credentials logs one warning at the first request", async () => {
  const app = await startApp("next-auth 4", withBink({ providers: [Bink] }))
  await createHttpBrowser().session(app.url)
  await createHttpBrowser().session(app.url)
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.calls[0]?.[0]).toMatch(/AUTH_BINK_ID.*AUTH_BINK_SECRET/)
})

test("Bink() works in a runtime without `process` (Cloudflare Workers)", () => {
  vi.stubGlobal("process", undefined)
  expect(Bink({ clientId: "client", clientSecret: "secret" })).toMatchObject({ issuer: "https://bink.link" })
})

test.each([
  ["AUTH_BINK_ISSUER", "invalid_base_url", {}],
  ["timeout", "invalid_option", { timeout: 0 }],
])("Bink() throws if %s is invalid", (_, code, options) => {
  if (code === "invalid_base_url") vi.stubEnv("AUTH_BINK_ISSUER", "bink.link")
  expect(() => Bink(options)).toThrow(expect.objectContaining({ code }) as BinkError)
})

test.each([
  ["http://bink.example", 1],
  ["http://127.0.0.1.bink.example", 1],
  ["http://127.0.0.1:2465", 0],
  ["http://localhost:2465", 0],
  ["http://bink.localhost", 0],
  ["http://[::1]:2465", 0],
  ["https://bink.example", 0],
])("logs one warning for an unencrypted base URL: %s logs %i", (baseUrl, count) => {
  const options = { baseUrl, clientId: "client", clientSecret: "secret" }
  Bink(options)
  Bink(options)
  expect(warn).toHaveBeenCalledTimes(count)
})
