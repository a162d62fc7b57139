import { ExpressAuth, getSession } from "@auth/express"
import Bink from "authjs-bink"
import { betterAuth } from "better-auth"
import { genericOAuth } from "better-auth/plugins"
import express from "express"
import grant from "grant"
import NextAuth4 from "next-auth-4"
import passport from "passport"
import OAuth2Strategy from "passport-oauth2"
import { expect, onTestFinished, test, vi } from "vitest"
import { sessions, startApp } from "../../helpers/express-app.ts"
import { KWAME } from "../requests.ts"
import { Browser } from "./browser.ts"

// The types of both packages are wrong about the default export.
const { express: grantExpress } = grant as unknown as { express(config: object): express.RequestHandler }
const nextAuth4 = NextAuth4 as unknown as (
  request: object,
  response: object,
  options: object,
) => Promise<void>

const endpoints = (bink: string) => ({
  authorize: `${bink}/api/oauth/authorize`,
  token: `${bink}/api/oauth/token`,
  user: `${bink}/api/oauth/user`,
})

test("passport-oauth2 signs in, with PKCE and state", async () => {
  const { app, url, bink } = await startApp("/callback")
  const { authorize, token, user } = endpoints(bink)
  class BinkStrategy extends OAuth2Strategy {
    override userProfile(accessToken: string, done: (error: unknown, profile?: unknown) => void) {
      // biome-ignore lint/correctness/useHookAtTopLevel: not a React hook
      this._oauth2.useAuthorizationHeaderforGET(true)
      this._oauth2.get(user, accessToken, (error, body) => done(error, body && JSON.parse(String(body))))
    }
  }
  const authenticator = new passport.Passport()
  authenticator.use(
    new BinkStrategy(
      {
        authorizationURL: authorize,
        tokenURL: token,
        clientID: "client",
        clientSecret: "secret",
        callbackURL: `${url}/callback`,
        state: true,
        pkce: true,
      } as unknown as OAuth2Strategy.StrategyOptions,
      (_access: string, _refresh: string, profile: object, done: OAuth2Strategy.VerifyCallback) =>
        done(null, profile),
    ),
  )
  app.use(sessions(), authenticator.initialize())
  app.get("/sign-in", authenticator.authenticate("oauth2", { session: false }))
  app.get("/callback", authenticator.authenticate("oauth2", { session: false }), (request, response) => {
    response.json(request.user)
  })
  const browser = new Browser()
  await browser.go(`${url}/sign-in`)
  expect(await (await browser.signIn()).json()).toMatchObject({ id: KWAME, verificationLevel: 1 })
})

test("grant signs in, with PKCE and state", async () => {
  const { app, url, bink } = await startApp("/connect/bink/callback")
  const { authorize, token, user } = endpoints(bink)
  app.use(
    sessions(),
    grantExpress({
      defaults: { origin: url, transport: "state", state: true, pkce: true },
      bink: {
        oauth: 2,
        authorize_url: authorize,
        access_url: token,
        profile_url: user,
        key: "client",
        secret: "secret",
        response: ["tokens", "profile"],
      },
    }),
    (_request, response) => {
      response.json(response.locals.grant.response)
    },
  )
  const browser = new Browser()
  await browser.go(`${url}/connect/bink`)
  expect(await (await browser.signIn()).json()).toMatchObject({ profile: { id: KWAME } })
})

test("Better Auth's generic OAuth plugin signs in", async () => {
  const { app, url, bink } = await startApp("/api/auth/callback/bink")
  const { authorize, token, user } = endpoints(bink)
  const auth = betterAuth({
    baseURL: url,
    secret: "a secret of thirty-two characters",
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: "bink",
            clientId: "client",
            clientSecret: "secret",
            authorizationUrl: authorize,
            tokenUrl: token,
            userInfoUrl: user,
            authentication: "post",
            pkce: true,
            mapProfileToUser: ({ name, email }) => ({
              name: name ?? "",
              email: email ?? "",
              emailVerified: false,
            }),
          },
        ],
      }),
    ],
  })
  const handler: express.RequestHandler = async (request, response) => {
    const { method, headers } = request
    const result = await auth.handler(
      new Request(url + request.originalUrl, {
        method,
        headers: headers as Record<string, string>,
        body: method === "POST" ? JSON.stringify(request.body) : null,
      }),
    )
    response.status(result.status)
    for (const [name, value] of result.headers) response.append(name, value)
    response.send(await result.text())
  }
  app.use(express.json())
  app.get("/welcome", async (request, response) => {
    const headers = new Headers({ cookie: request.headers.cookie ?? "" })
    response.json(await auth.api.getSession({ headers }))
  })
  app.use("/api/auth", handler)
  const browser = new Browser()
  const started = await browser.go(`${url}/api/auth/sign-in/social`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ provider: "bink", callbackURL: "/welcome" }),
  })
  await browser.go((await started.json()).url)
  expect(await (await browser.signIn()).json()).toMatchObject({
    user: { name: "Kwame Mensah", email: "kwame@example.com" },
  })
})

/** Starts a sign-in as the pages of Auth.js do: reads a CSRF token, then sends a form. */
async function startSignIn(browser: Browser, base: string, callbackUrl: string): Promise<void> {
  const { csrfToken } = await (await browser.go(`${base}/csrf`)).json()
  await browser.go(`${base}/signin/bink`, {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl }),
  })
}

test("@auth/express signs in", async () => {
  const { app, url, bink } = await startApp("/auth/callback/bink")
  const config = {
    trustHost: true,
    secret: "a secret",
    providers: [Bink({ baseUrl: bink, clientId: "client", clientSecret: "secret" })],
  }
  app.use("/auth", ExpressAuth(config))
  app.get("/welcome", async (request, response) => {
    response.json(await getSession(request, config))
  })
  const browser = new Browser()
  await startSignIn(browser, `${url}/auth`, `${url}/welcome`)
  expect(await (await browser.signIn()).json()).toMatchObject({
    user: { name: "Kwame Mensah", email: "kwame@example.com", image: `${bink}/avatars/${KWAME}.svg` },
  })
})

test("next-auth 4 signs in", async () => {
  const { app, url, bink } = await startApp("/api/auth/callback/bink")
  vi.stubEnv("NEXTAUTH_URL", url)
  onTestFinished(() => void vi.unstubAllEnvs())
  app.use(express.urlencoded(), (request, _response, next) => {
    const cookies = Object.fromEntries(
      new URLSearchParams((request.headers.cookie ?? "").replaceAll("; ", "&")),
    )
    const query = { ...request.query, nextauth: request.path.split("/").slice(3) }
    Object.defineProperties(request, { cookies: { value: cookies }, query: { value: query } })
    next()
  })
  app.use("/api/auth", (request, response) =>
    nextAuth4(request, response, {
      secret: "a secret",
      providers: [Bink({ baseUrl: bink, clientId: "client", clientSecret: "secret" })],
    }),
  )
  const browser = new Browser()
  await startSignIn(browser, `${url}/api/auth`, `${url}/api/auth/session`)
  expect(await (await browser.signIn()).json()).toMatchObject({
    user: { name: "Kwame Mensah", email: "kwame@example.com" },
  })
})
