import Bink from "authjs-bink"
import { describe, expect, test } from "vitest"
import { PROFILE } from "./bink-server.ts"
import { createBrowser } from "./browser.ts"
import { optionsFor, startApp, startBink, VERSIONS } from "./stage.ts"

describe.each(VERSIONS)("%s", (version) => {
  test("signs a person in", async () => {
    const bink = await startBink()
    const app = await startApp(version, { providers: [Bink(optionsFor(bink))] })
    const browser = createBrowser()

    const place = await browser.signIn(app.url)
    expect(app.log).toEqual([])
    expect(place.url.href).toBe(`${app.url}/`)
    expect(await browser.session(app.url)).toMatchObject({
      user: { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" },
    })
  })

  test("asks Bink as its developer page says", async () => {
    const bink = await startBink()
    const app = await startApp(version, { providers: [Bink(optionsFor(bink))] })
    await createBrowser().signIn(app.url)

    const callback = `${app.url}/api/auth/callback/bink`
    const [authorize, token, user, ...more] = bink.requests
    expect(Object.fromEntries(authorize?.params ?? [])).toEqual({
      client_id: "client",
      redirect_uri: callback,
      response_type: "code",
      scope: "",
      state: expect.stringMatching(/./),
      code_challenge: expect.stringMatching(/./),
      code_challenge_method: "S256",
    })
    expect(token?.method).toBe("POST")
    expect(token?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/)
    expect(token?.headers.authorization).toBeUndefined()
    expect(Object.fromEntries(token?.params ?? [])).toEqual({
      grant_type: "authorization_code",
      code: "authorization-code-4b71",
      client_id: "client",
      client_secret: "client-secret-9f2c",
      redirect_uri: callback,
      code_verifier: expect.stringMatching(/./),
    })
    expect(user).toMatchObject({ method: "GET", headers: { authorization: "Bearer access-token-77aa" } })
    expect(more).toEqual([])
  })

  test("hands the callbacks a whole profile of Bink's, and the tokens that Bink documents", async () => {
    const bink = await startBink()
    let given: { profile?: unknown; account?: object } = {}
    const app = await startApp(version, {
      providers: [Bink(optionsFor(bink))],
      callbacks: {
        jwt({ token, profile, account }: { token: object; profile?: unknown; account?: object }) {
          if (account) given = { profile, account }
          return token
        },
      },
    })
    await createBrowser().signIn(app.url)
    expect(given.profile).toEqual(PROFILE)
    expect(given.account).toMatchObject({
      provider: "bink",
      type: "oauth",
      providerAccountId: "person-1",
      access_token: "access-token-77aa",
      expires_at: expect.closeTo(Date.now() / 1000 + 3600, -1),
    })
  })

  test("falls back to the username for a name", async () => {
    const bink = await startBink()
    bink.misbehave({
      user: (response) => response.end(JSON.stringify({ id: "person-2", name: null, username: "grace" })),
    })
    const app = await startApp(version, { providers: [Bink(optionsFor(bink))] })
    const browser = createBrowser()
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toMatchObject({ user: { name: "grace" } })
  })

  test("shows its mark on the built-in page, from no other server", async () => {
    const bink = await startBink()
    const app = await startApp(version, { providers: [Bink(optionsFor(bink))] })
    const { text } = await createBrowser().go(`${app.url}/api/auth/signin`)
    expect(text).toContain(
      "Sign in with <!-- -->Bink".replace("<!-- -->", text.includes("<!-- -->") ? "<!-- -->" : ""),
    )
    expect(text).toContain('src="data:image/svg+xml')
    expect(text).not.toMatch(/src="https?:/)
  })
})
