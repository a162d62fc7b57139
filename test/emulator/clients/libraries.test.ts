import * as oauth from "oauth4webapi"
import * as openid from "openid-client"
import { AuthorizationCode } from "simple-oauth2"
import { expect, test } from "vitest"
import { startEmulator } from "../../helpers/express-app.ts"
import { KWAME, signIn } from "../requests.ts"

const REDIRECT_URI = "https://app.test/callback"
const send = (url: string, init?: RequestInit) => fetch(url, { redirect: "manual", ...init })

test("openid-client 6 signs in, with PKCE and state", async () => {
  const bink = await startEmulator(REDIRECT_URI, "require")
  const config = new openid.Configuration(
    {
      issuer: bink,
      authorization_endpoint: `${bink}/api/oauth/authorize`,
      token_endpoint: `${bink}/api/oauth/token`,
    },
    "client",
    undefined,
    openid.ClientSecretPost("secret"),
  )
  openid.allowInsecureRequests(config)
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const expectedState = openid.randomState()
  const authorize = openid.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    state: expectedState,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
  })
  const callback = await signIn(send, authorize.href)
  const tokens = await openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState })
  expect(tokens).toMatchObject({ token_type: "bearer", expires_in: 3600 })
  const user = await openid.fetchProtectedResource(
    config,
    tokens.access_token,
    new URL(`${bink}/api/oauth/user`),
    "GET",
  )
  expect(await user.json()).toMatchObject({ id: KWAME, verificationLevel: 1 })
})

test("openid-client 6 parses an error of the token endpoint", async () => {
  const bink = await startEmulator(REDIRECT_URI)
  const config = new openid.Configuration(
    { issuer: bink, token_endpoint: `${bink}/api/oauth/token` },
    "client",
    undefined,
    openid.ClientSecretPost("secret"),
  )
  openid.allowInsecureRequests(config)
  await expect(
    openid.authorizationCodeGrant(config, new URL(`${REDIRECT_URI}?code=unknown`)),
  ).rejects.toMatchObject({ error: "invalid_grant", status: 400 })
})

test("oauth4webapi signs in, with PKCE and state", async () => {
  const bink = await startEmulator(REDIRECT_URI, "require")
  const server = {
    issuer: bink,
    authorization_endpoint: `${bink}/api/oauth/authorize`,
    token_endpoint: `${bink}/api/oauth/token`,
  }
  const client = { client_id: "client" }
  const insecure = { [oauth.allowInsecureRequests]: true }
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const params = new URLSearchParams({
    client_id: "client",
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  })
  const callback = oauth.validateAuthResponse(
    server,
    client,
    await signIn(send, `${server.authorization_endpoint}?${params}`),
    state,
  )
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretPost("secret"),
    callback,
    REDIRECT_URI,
    verifier,
    insecure,
  )
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, response)
  const user = await oauth.protectedResourceRequest(
    access_token,
    "GET",
    new URL(`${bink}/api/oauth/user`),
    new Headers(),
    null,
    insecure,
  )
  expect(await user.json()).toMatchObject({ id: KWAME })
  await expect(
    oauth.protectedResourceRequest(
      "wrong",
      "GET",
      new URL(`${bink}/api/oauth/user`),
      new Headers(),
      null,
      insecure,
    ),
  ).rejects.toMatchObject({
    status: 401,
    cause: [{ scheme: "bearer", parameters: { error: "invalid_token" } }],
  })
})

test("simple-oauth2 signs in", async () => {
  const bink = await startEmulator(REDIRECT_URI)
  const client = new AuthorizationCode({
    client: { id: "client", secret: "secret" },
    auth: { tokenHost: bink, authorizePath: "/api/oauth/authorize", tokenPath: "/api/oauth/token" },
    options: { authorizationMethod: "body" },
  })
  const callback = await signIn(send, client.authorizeURL({ redirect_uri: REDIRECT_URI, state: "s" }))
  expect(callback.searchParams.get("state")).toBe("s")
  const code = callback.searchParams.get("code") as string
  const { token } = await client.getToken({ code, redirect_uri: REDIRECT_URI })
  const user = await fetch(`${bink}/api/oauth/user`, {
    headers: { Authorization: `Bearer ${token.access_token}` },
  })
  expect(await user.json()).toMatchObject({ id: KWAME })
  await expect(client.getToken({ code, redirect_uri: REDIRECT_URI })).rejects.toThrow("400")
})
