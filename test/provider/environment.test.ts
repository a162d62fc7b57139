import { setEnvDefaults } from "@auth/core"
import Bink, { type BinkError, withBink } from "authjs-bink"
import { beforeEach, describe, expect, test, vi } from "vitest"
import type { AppConfig } from "./apps.ts"
import { SECRETS, sendBack } from "./bink-server.ts"
import { createBrowser } from "./browser.ts"
import { startApp, startBink, VERSIONS } from "./stage.ts"

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

describe.each(VERSIONS)("%s", (version) => {
  async function nameAfterSignIn(config: AppConfig): Promise<string | undefined> {
    const app = await startApp(version, config)
    const browser = createBrowser()
    await browser.signIn(app.url)
    return (await browser.session(app.url))?.user?.name
  }

  test("three variables are all it needs", async () => {
    const bink = await startBink()
    stubEnvironment(`${bink.url}/`)
    bink.misbehave({ authorize: (response, seen) => sendBack(response, seen, { iss: bink.url }) })
    expect(await nameAfterSignIn({ providers: [Bink()] })).toBe("Ada")
    if (version !== "next-auth 4") expect(await nameAfterSignIn({ providers: [Bink] })).toBe("Ada")
    expect(warn).not.toHaveBeenCalled()
  })

  test("options go before variables, and an empty or an absent one does not count", async () => {
    const bink = await startBink()
    stubEnvironment(bink.url)
    expect(
      await nameAfterSignIn({ providers: [Bink({ clientId: "", clientSecret: undefined, baseUrl: "" })] }),
    ).toBe("Ada")
    expect(await nameAfterSignIn({ providers: [Bink({ clientSecret: "another" })] })).toBeUndefined()
  })

  test("an empty variable counts as absent", async () => {
    vi.stubEnv("AUTH_BINK_ID", "")
    vi.stubEnv("AUTH_BINK_ISSUER", "")
    const config = Bink({ clientSecret: "s" })
    expect(config.issuer).toBe("https://bink.link")
    // Not even empty: Auth.js fills in what is absent, and nothing else.
    expect(config).not.toHaveProperty("clientId")
    expect(warn).toHaveBeenCalledOnce()
  })

  test("without credentials, a warning names the variables, and nobody is sent to Bink", async () => {
    const bink = await startBink()
    const app = await startApp(version, { providers: [Bink({ baseUrl: bink.url })] })
    expect(warn).toHaveBeenCalledOnce()
    expect(warn.mock.calls[0]?.[0]).toMatch(/AUTH_BINK_ID.*AUTH_BINK_SECRET/)

    const { url } = await createBrowser().signIn(app.url)
    expect(url.searchParams.get("error")).toBe(version === "next-auth 4" ? "OAuthSignin" : "Configuration")
    expect(bink.requests).toEqual([])
    if (version !== "next-auth 4") expect(app.log.join()).toMatch(/missing_credentials/)
    // Nothing else of the app suffers.
    expect(await createBrowser().session(app.url)).toEqual(version === "next-auth 4" ? {} : null)
  })
})

test("next-auth 5 and withBink call an uncalled Bink again and again: one warning", async () => {
  await startApp("next-auth 5", withBink({ providers: [Bink] }))
  expect(warn).toHaveBeenCalledOnce()
})

test("two apps without credentials are two warnings", async () => {
  Bink()
  await null
  Bink()
  expect(warn).toHaveBeenCalledTimes(2)
})

test("an environment that only Auth.js sees is enough: no warning, and its issuer is the base URL", () => {
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
  // A called one takes the credentials from there too.
  expect(config.providers[1]).toMatchObject({
    clientId: "client",
    authorization: { url: "https://bink.link/api/oauth/authorize" },
  })
})

test("nor is there one for an uncalled Bink inside withBink, as in SvelteKit", () => {
  const config = withBink({ providers: [Bink] })
  setEnvDefaults({ AUTH_BINK_ID: "client", AUTH_BINK_SECRET: "secret" }, config)
  expect(config.providers[0]).toMatchObject({ clientId: "client", clientSecret: "secret" })
  expect(warn).not.toHaveBeenCalled()
})

test("next-auth 4 is told what an uncalled Bink inside withBink lacks, once, when it reads it", async () => {
  const app = await startApp("next-auth 4", withBink({ providers: [Bink] }))
  await createBrowser().session(app.url)
  await createBrowser().session(app.url)
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.calls[0]?.[0]).toMatch(/AUTH_BINK_ID.*AUTH_BINK_SECRET/)
})

test("needs no process, as in a Worker", () => {
  vi.stubGlobal("process", undefined)
  expect(Bink({ clientId: "client", clientSecret: "secret" })).toMatchObject({ issuer: "https://bink.link" })
})

test.each([
  ["AUTH_BINK_ISSUER", "invalid_base_url", {}],
  ["timeout", "invalid_option", { timeout: 0 }],
])("a %s that cannot be used fails at start, not at sign-in", (_, code, options) => {
  if (code === "invalid_base_url") vi.stubEnv("AUTH_BINK_ISSUER", "bink.link")
  expect(() => Bink(options)).toThrow(expect.objectContaining({ code }) as BinkError)
})
