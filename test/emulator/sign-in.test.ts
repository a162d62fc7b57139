import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterAll, beforeAll, expect, test } from "vitest"

const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"

const bink = createBinkEmulator()
let server: BinkEmulatorServer
beforeAll(async () => {
  server = await bink.listen({ port: 0 })
})
afterAll(() => server.close())

test("signs a user in: login, consent, code, token, profile", async () => {
  const authorize = new URL(`${server.url}/api/oauth/authorize`)
  authorize.search = String(
    new URLSearchParams({
      client_id: "demo-client",
      redirect_uri: REDIRECT_URI,
      response_type: "code",
      state: "s t&te",
    }),
  )
  const login = await fetch(authorize)
  expect(login.status).toBe(200)
  const loginHtml = await login.text()
  const transaction = /name="transaction" value="(\w+)"/.exec(loginHtml)?.[1] as string
  expect(loginHtml).toContain("Kwame Mensah")

  const cookie = login.headers.get("set-cookie")?.split(";")[0] as string
  const post = (path: string, fields: Record<string, string>) =>
    fetch(server.url + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { cookie },
      redirect: "manual",
    })
  const signedIn = await post("/login", { transaction, person: "cmbink00000000000000kwame" })
  expect(signedIn.status).toBe(303)
  const consent = await fetch(new URL(signedIn.headers.get("location") as string, server.url), {
    headers: { cookie },
  })
  expect(await consent.text()).toContain("Demo wants to access your profile")

  const allowed = await post("/consent", { transaction, decision: "allow" })
  expect(allowed.status).toBe(303)
  const callback = new URL(allowed.headers.get("location") as string)
  expect(callback.origin + callback.pathname).toBe(REDIRECT_URI)
  expect(callback.searchParams.get("state")).toBe("s t&te")

  const token = await fetch(`${server.url}/api/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: callback.searchParams.get("code") as string,
      client_id: "demo-client",
      client_secret: "demo-secret",
      redirect_uri: REDIRECT_URI,
    }),
  })
  const { access_token, ...rest } = await token.json()
  expect(rest).toEqual({ token_type: "Bearer", expires_in: 3600 })

  const profile = await fetch(`${server.url}/api/oauth/user`, {
    headers: { Authorization: `Bearer ${access_token}` },
  })
  expect(await profile.text()).toBe(
    `{"id":"cmbink00000000000000kwame","name":"Kwame Mensah","email":"kwame@example.com","username":"kwame",` +
      `"avatar":"${server.url}/avatars/cmbink00000000000000kwame.svg","plan":"VERIFIED","verificationLevel":1}`,
  )
  const avatar = await fetch(`${server.url}/avatars/cmbink00000000000000kwame.svg`)
  expect(avatar.headers.get("content-type")).toBe("image/svg+xml")

  expect(bink.requests().map(({ endpoint, status }) => `${endpoint} ${status}`)).toEqual([
    "authorize 200",
    "token 200",
    "user 200",
  ])
  expect(bink.requests()[1]?.params).toEqual({
    grant_type: "authorization_code",
    code: "[redacted]",
    client_id: "demo-client",
    client_secret: "[redacted]",
    redirect_uri: REDIRECT_URI,
  })
})
