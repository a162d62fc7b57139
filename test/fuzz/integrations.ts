/**
 * A program that receives the random responses: `node integrations.mjs URL`. The parent process sends runs, and receives
 * their outcomes. Everything that the integrations log goes to the output.
 */

import { BinkError, withBink } from "authjs-bink"
import { getBinkUser } from "authjs-bink/api"
import { bink, binkUser } from "authjs-bink/better-auth"
import { betterAuth } from "better-auth"
import { memoryAdapter } from "better-auth/adapters/memory"
import { genericOAuth } from "better-auth/plugins"
import { type App, binkProvider, listenAsApp, type Version } from "../helpers/auth-apps.ts"
import { type BinkServer, PROFILE, SECRETS } from "../helpers/bink-server.ts"
import { cookieHeader, createHttpBrowser } from "../helpers/http-browser.ts"
import type { IntegrationName, Outcome, Run } from "./play.ts"
import { codeFor, tokenFor } from "./server.ts"

/** Milliseconds for each request to the server. */
const TIMEOUT = 300

const url = process.argv[2] as string
const server = { url } as BinkServer

/** Prepares an integration, and returns the function that plays one response to it. */
const INTEGRATIONS: Record<IntegrationName, () => Promise<(number: number) => Promise<Outcome>>> = {
  getBinkUser: async () => (number) =>
    getBinkUser(tokenFor("user", number), { baseUrl: url, timeout: TIMEOUT }).then(
      () => "signed in",
      (error) => (error instanceof BinkError ? "refused" : `threw ${error}`),
    ),
  "Auth.js 5, token endpoint": () => signIn("next-auth 5", "token"),
  "Auth.js 5, user endpoint": () => signIn("next-auth 5", "user"),
  "NextAuth 4, token endpoint": () => signIn("next-auth 4", "token"),
  "NextAuth 4, user endpoint": () => signIn("next-auth 4", "user"),
  "Better Auth, token endpoint": async () => signInWithBetterAuth("token"),
  "Better Auth, user endpoint": async () => signInWithBetterAuth("user"),
  "revalidation in Auth.js 5": () => revalidate("next-auth 5"),
  "revalidation in NextAuth 4": () => revalidate("next-auth 4"),
}

/** Milliseconds between two sign-ins of an app. Auth.js accepts the state of a sign-in for 15 minutes. */
const RENEW_AFTER = 300_000

/** Headers of requests to an app. An idle connection may close at the moment at which `fetch` uses it again. */
const NO_REUSE = { connection: "close" }

/** Starts an app, and sign-ins whose state and cookies the callbacks repeat. */
async function startCallbacks(version: Version, timeout = TIMEOUT) {
  const provider = binkProvider(server, { timeout })
  const config = withBink({ providers: [provider] }, { revalidate: { after: 0 } })
  // withBink prints to the console, whose output the parent process searches for secrets.
  const app = await listenAsApp(version, config)

  async function startSignIn(): Promise<{ state: string; cookie: string }> {
    const browser = createHttpBrowser()
    const { url: page } = await browser.signIn(app.url, { stopAt: (to) => to.origin === url })
    return { state: page.searchParams.get("state") ?? "", cookie: cookieHeader(browser.cookies(app.url)) }
  }
  let started = { at: Date.now(), signIn: startSignIn() }

  const callback = async (code: string) => {
    if (Date.now() - started.at > RENEW_AFTER) started = { at: Date.now(), signIn: startSignIn() }
    const { state, cookie } = await started.signIn
    const query = new URLSearchParams({ code, state })
    const headers = { ...NO_REUSE, cookie }
    return fetch(`${app.url}/api/auth/callback/bink?${query}`, { headers, redirect: "manual" })
  }
  return { app, callback }
}

async function signIn(version: Version, endpoint: "token" | "user") {
  const { app, callback } = await startCallbacks(version)
  return async (number: number) => outcomeOf(await callback(codeFor(endpoint, number)), app)
}

/** The outcome of a callback. A redirect to the app's error page must not contain a secret either. */
async function outcomeOf(response: Response, app?: App): Promise<Outcome> {
  const location = response.headers.get("location") ?? ""
  const cookies = response.headers.getSetCookie()
  console.log(location, cookies.filter((cookie) => /session/.test(cookie)).join())
  await response.arrayBuffer()
  if (cookies.some((cookie) => /session[-_]token=[^;]/.test(cookie))) return "signed in"
  if (app?.log.some((entry) => entry.startsWith("UNCAUGHT"))) return `threw ${app.log.pop()}`
  return /error/.test(location) ? "refused" : `sent HTTP ${response.status} to ${location}`
}

/** Signs in, and reads the session while the server sends the random response. The identity must not change. */
async function revalidate(version: Version) {
  // Revalidation has its own timeout.
  const { app, callback } = await startCallbacks(version, 10_000)

  /** Signs in again if it fails: the server may close a connection at the moment at which undici uses it again. */
  async function sessionCookie(number: number): Promise<string> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { headers } = await callback(codeFor("later", number, `${version}${attempt}`))
      const cookie = cookiesOf(headers)
      if (/session-token=./.test(cookie)) return cookie
    }
    throw new Error("The sign-in before the revalidation failed.")
  }

  return async (number: number): Promise<Outcome> => {
    const cookie = await sessionCookie(number)
    const response = await fetch(`${app.url}/api/auth/session`, { headers: { ...NO_REUSE, cookie } })
    const text = await response.text()
    console.log(text)
    const user = JSON.parse(text)?.user
    if (!user) return `lost the session: HTTP ${response.status} ${text}`
    const level = user.bink?.verificationLevel
    return level === undefined || level === PROFILE.verificationLevel
      ? "refused"
      : `changed the identity: ${text}`
  }
}

function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ")
}

async function signInWithBetterAuth(endpoint: "token" | "user") {
  const origin = "http://localhost:3000"
  const auth = betterAuth({
    baseURL: origin,
    secret: "a secret that is long enough for a test",
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    rateLimit: { enabled: false },
    plugins: [
      genericOAuth({
        config: [
          bink({ baseUrl: url, timeout: TIMEOUT, clientId: "client", clientSecret: SECRETS.clientSecret }),
        ],
      }),
      binkUser(),
    ],
  })
  return async (number: number): Promise<Outcome> => {
    const start = await auth.handler(
      new Request(`${origin}/api/auth/sign-in/social`, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ provider: "bink", callbackURL: "/", errorCallbackURL: "/error" }),
      }),
    )
    const state = new URL((await start.json()).url).searchParams.get("state") ?? ""
    const cookie = cookiesOf(start.headers)
    const query = new URLSearchParams({ code: codeFor(endpoint, number), state })
    return outcomeOf(
      await auth.handler(new Request(`${origin}/api/auth/callback/bink?${query}`, { headers: { cookie } })),
    )
  }
}

const integrations = new Map<IntegrationName, ReturnType<(typeof INTEGRATIONS)[IntegrationName]>>()

process.on("message", async ({ integration, number }: Run<IntegrationName>) => {
  if (!integrations.has(integration)) integrations.set(integration, INTEGRATIONS[integration]())
  const outcome = await integrations
    .get(integration)
    ?.then((play) => play(number))
    .catch((error) => `threw ${error}`)
  process.send?.({ integration, number, outcome })
})
process.send?.("ready")
