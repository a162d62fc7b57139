import { describe, expect, test } from "vitest"
import { binkProvider, startApp, VERSIONS } from "../helpers/auth-apps.ts"
import { PROFILE, respondJson, SECRETS, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

describe.each(VERSIONS)("sign-in with %s", (version) => {
  test("creates a session and returns to the app", async () => {
    const bink = await startBinkServer()
    const app = await startApp(version, { providers: [binkProvider(bink)] })
    const browser = createHttpBrowser()

    const page = await browser.signIn(app.url)
    expect(app.log).toEqual([])
    expect(page.url.href).toBe(`${app.url}/`)
    expect(await browser.session(app.url)).toMatchObject({
      user: { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" },
    })
  })

  test("sends the requests that Bink's developer page documents", async () => {
    const bink = await startBinkServer()
    const app = await startApp(version, { providers: [binkProvider(bink)] })
    await createHttpBrowser().signIn(app.url)

    const callback = `${app.url}/api/auth/callback/bink`
    const [authorize, token, user, ...others] = bink.requests
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
      code: SECRETS.code,
      client_id: "client",
      client_secret: SECRETS.clientSecret,
      redirect_uri: callback,
      code_verifier: expect.stringMatching(/./),
    })
    expect(user).toMatchObject({
      method: "GET",
      headers: { authorization: `Bearer ${SECRETS.accessToken}` },
    })
    expect(others).toEqual([])
  })

  test("passes Bink's whole profile and the documented tokens to the jwt callback", async () => {
    const bink = await startBinkServer()
    let received: { profile?: unknown; account?: object } = {}
    const app = await startApp(version, {
      providers: [binkProvider(bink)],
      callbacks: {
        jwt({ token, profile, account }: { token: object; profile?: unknown; account?: object }) {
          if (account) received = { profile, account }
          return token
        },
      },
    })
    await createHttpBrowser().signIn(app.url)
    expect(received.profile).toEqual(PROFILE)
    expect(received.account).toMatchObject({
      provider: "bink",
      type: "oauth",
      providerAccountId: PROFILE.id,
      access_token: SECRETS.accessToken,
      expires_at: expect.closeTo(Date.now() / 1000 + 3600, -1),
    })
  })

  test("uses the username as the name of a user without a name", async () => {
    const bink = await startBinkServer()
    bink.setResponses({ user: respondJson({ id: "user-2", name: null, username: "grace" }) })
    const app = await startApp(version, { providers: [binkProvider(bink)] })
    const browser = createHttpBrowser()
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toMatchObject({ user: { name: "grace" } })
  })

  test("shows Bink's logo on the sign-in page without a request to another server", async () => {
    const bink = await startBinkServer()
    const app = await startApp(version, { providers: [binkProvider(bink)] })
    const { text } = await createHttpBrowser().goto(`${app.url}/api/auth/signin`)
    expect(text).toContain(
      "Sign in with <!-- -->Bink".replace("<!-- -->", text.includes("<!-- -->") ? "<!-- -->" : ""),
    )
    expect(text).toContain('src="data:image/svg+xml')
    expect(text).not.toMatch(/src="https?:/)
  })
})
