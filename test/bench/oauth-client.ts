import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { createBinkClient, generateCodeVerifier, generateState } from "authjs-bink/oauth"
import * as oauth from "oauth4webapi"
import { bundleSize } from "./bundle-size.ts"
import { atMost, exactRows, type Group, type Measurement } from "./measurement.ts"
import { PEERS, versionsOf } from "./peers.ts"
import { type Cases, runRounds, sampledRows } from "./rounds.ts"
import { startServer } from "./server.ts"

const OURS = "authjs-bink/oauth"
const OAUTH4WEBAPI = "oauth4webapi"
const ARCTIC = "arctic"

const BUNDLES: Record<string, [code: string, resolveDir?: string]> = {
  [OURS]: [`export { createBinkClient, generateState, generateCodeVerifier } from "authjs-bink/oauth"`],
  [OAUTH4WEBAPI]: [
    `export { generateRandomState, generateRandomCodeVerifier, calculatePKCECodeChallenge, ClientSecretPost,
      validateAuthResponse, authorizationCodeGrantRequest, processAuthorizationCodeResponse, protectedResourceRequest
    } from "oauth4webapi"`,
  ],
  [ARCTIC]: [`export { OAuth2Client, generateState, generateCodeVerifier } from "arctic"`, PEERS],
}

const REDIRECT_URI = "http://localhost:3000/callback"
const CLIENT = { clientId: "client", clientSecret: "secret" }

type SignIn = () => Promise<{ id: string }>

/** The same sign-in with each library, from the authorization URL to the profile. */
async function createSignIns(url: string): Promise<Record<string, SignIn>> {
  const endpoint = (name: string) => `${url}/api/oauth/${name}`
  const callbackFor = (state: string) =>
    new URL(`${REDIRECT_URI}?${new URLSearchParams({ code: "code", state })}`)
  const fetchProfile = async (token: string) =>
    (await fetch(endpoint("user"), { headers: { authorization: `Bearer ${token}` } })).json()

  const bink = createBinkClient({ ...CLIENT, redirectUri: REDIRECT_URI, baseUrl: url })
  const server = {
    issuer: url,
    authorization_endpoint: endpoint("authorize"),
    token_endpoint: endpoint("token"),
  }
  const client = { client_id: CLIENT.clientId }
  const insecure = { [oauth.allowInsecureRequests]: true }
  const arctic = await import(pathToFileURL(join(PEERS, "node_modules/arctic/dist/index.js")).href)
  const arcticClient = new arctic.OAuth2Client(CLIENT.clientId, CLIENT.clientSecret, REDIRECT_URI)
  return {
    async [OURS]() {
      const kept = { state: generateState(), codeVerifier: generateCodeVerifier() }
      await bink.createAuthorizationUrl(kept)
      return (await bink.exchangeCallback(callbackFor(kept.state), kept)).profile
    },
    async [OAUTH4WEBAPI]() {
      const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()]
      const authorization = new URL(server.authorization_endpoint)
      authorization.searchParams.set("code_challenge", await oauth.calculatePKCECodeChallenge(verifier))
      const params = oauth.validateAuthResponse(server, client, callbackFor(state), state)
      const authentication = oauth.ClientSecretPost(CLIENT.clientSecret)
      const response = await oauth.authorizationCodeGrantRequest(
        ...([server, client, authentication, params, REDIRECT_URI, verifier, insecure] as const),
      )
      const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, response)
      return fetchProfile(access_token)
    },
    async [ARCTIC]() {
      const [state, verifier] = [arctic.generateState(), arctic.generateCodeVerifier()]
      const { S256 } = arctic.CodeChallengeMethod
      arcticClient.createAuthorizationURLWithPKCE(endpoint("authorize"), state, S256, verifier, [])
      const callback = callbackFor(state)
      if (callback.searchParams.get("state") !== state) throw new Error("Wrong state.")
      const code = callback.searchParams.get("code") ?? ""
      return fetchProfile(
        (await arcticClient.validateAuthorizationCode(endpoint("token"), code, verifier)).accessToken(),
      )
    },
  }
}

export default {
  versions: versionsOf("arctic", "esbuild", "oauth4webapi"),
  async measure({ isQuick, reportStep }) {
    const sizes: Record<string, number> = {}
    for (const [name, [code, resolveDir]] of Object.entries(BUNDLES))
      sizes[name] = await bundleSize(code, resolveDir)

    const batch = 5
    const server = await startServer("bare-http")
    try {
      const cases: Cases = {}
      for (const [name, signIn] of Object.entries(await createSignIns(server.url))) {
        if ((await signIn()).id !== "c".repeat(25))
          throw new Error(`The sign-in with ${name} returned no user.`)
        cases[name] = async () => {
          const start = performance.now()
          for (let done = 0; done < batch; done++) await signIn()
          return (performance.now() - start) / batch
        }
      }
      const rounds = isQuick ? { rounds: 10, warmUp: 5 } : { rounds: 60, warmUp: 10 }
      const rows = sampledRows(await runRounds(cases, rounds, reportStep), OAUTH4WEBAPI, [OURS])
      const groups: Group[] = [
        {
          title: "Client size",
          unit: "B",
          baseline: OAUTH4WEBAPI,
          rows: exactRows(sizes, [OURS], OAUTH4WEBAPI),
          targets: [atMost(4000, "B", "Size of the OAuth client", sizes[OURS] as number)],
        },
        { title: "Sign-in without Auth.js", unit: "ms", baseline: OAUTH4WEBAPI, rate: "sign-ins", rows },
      ]
      return groups
    } finally {
      await server.stop()
    }
  },
} satisfies Measurement
