import { BinkError } from "../errors.js"
import { ENDPOINT_PATHS, isLoopback } from "../oauth/endpoints.js"
import { CookieJar, type TestCookie } from "./cookie-jar.js"
import { defaultBaseUrl } from "./start-bink.js"

/**
 * The app to sign in to: the URL of a running app, the `handlers` of next-auth 5, or a function that handles a request,
 * such as `(request) => Auth(request, config)`.
 */
export type TestApp =
  | string
  | URL
  // biome-ignore lint/suspicious/noExplicitAny: next-auth 5 declares its own request type
  | ((request: any) => Response | Promise<Response>)
  | {
      // biome-ignore lint/suspicious/noExplicitAny: next-auth 5 declares its own request type
      GET(request: any): Response | Promise<Response>
      // biome-ignore lint/suspicious/noExplicitAny: next-auth 5 declares its own request type
      POST(request: any): Response | Promise<Response>
    }

/** Options of {@link signInAs}. */
export interface SignInAsOptions {
  /** URL of an app that is a function. @default `appUrl` of the latest `startBink` */
  baseUrl?: string | undefined
  /** Path of the app's sign-in routes. @default "/api/auth" or "/auth", whichever responds */
  basePath?: string | undefined
}

/** A signed-in user. */
export interface TestSession {
  /** The `Cookie` header. */
  cookie: string
  /** The cookies, for `context.addCookies` of Playwright. */
  cookies: TestCookie[]
}

/**
 * Signs a user in to an app, with the requests that a browser sends. The consent screen is accepted, unless the
 * emulator's `consent` denies it. Works with next-auth 4 and 5, the other Auth.js frameworks and Better Auth.
 *
 * @param app URL of a running app, `handlers` of next-auth 5, or a function that handles a request.
 * @param user Id, username or email address of a user of the emulator.
 * @param options Where the sign-in routes are.
 * @throws {@link BinkError} `sign_in_failed`, with the app's error code and the emulator's last request, or the known
 *   users for an unknown one.
 *
 * @example
 * const { cookie } = await signInAs("http://localhost:3000", "yuki")
 * await fetch("http://localhost:3000/profile", { headers: { cookie } })
 */
export async function signInAs(
  app: TestApp,
  user: string,
  { baseUrl, basePath }: SignInAsOptions = {},
): Promise<TestSession> {
  const isUrl = typeof app === "string" || app instanceof URL
  const url = String(isUrl ? app : (baseUrl ?? defaultBaseUrl())).replace(/\/+$/, "")
  const browser = new TestBrowser(app, url)
  const { authUrl, authorizationUrl } = await startSignIn(browser, basePath ? [basePath] : BASE_PATHS)

  const bink = emulatorOf(authorizationUrl)
  authorizationUrl.searchParams.set("login_hint", user)
  const callbackUrl = await authorize(authorizationUrl, bink, user)
  const response = await browser.request(callbackUrl)
  const target = new URL(response.headers.get("location") ?? callbackUrl, callbackUrl)
  const error =
    target.searchParams.get("error") ?? (response.status >= 400 ? `HTTP ${response.status}` : null)
  if (error !== null) throw await failed(`the app returned error=${error}`, user, bink)
  if (!(await hasSession(browser, authUrl))) throw await failed("the app created no session", user, bink)
  return { cookie: browser.jar.header(), cookies: browser.jar.list() }
}

const BASE_PATHS = ["/api/auth", "/auth"]

/** Sends requests to the app and keeps its cookies. Follows no redirects. */
class TestBrowser {
  readonly jar = new CookieJar()
  readonly #app: TestApp
  readonly url: string

  constructor(app: TestApp, url: string) {
    this.#app = app
    this.url = url
  }

  async request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set("cookie", this.jar.header())
    const response = await this.#send(new Request(url, { ...init, headers, redirect: "manual" }))
    this.jar.store(response, this.url)
    return response
  }

  async #send(request: Request): Promise<Response> {
    const app = this.#app
    if (typeof app === "string" || app instanceof URL) {
      return fetch(request).catch((error) => {
        throw new BinkError("sign_in_failed", `Cannot reach the app at ${this.url}. Start it first.`, {
          cause: error,
        })
      })
    }
    // next-auth 5 reads this property of Next.js's requests.
    Object.defineProperty(request, "nextUrl", { value: new URL(request.url) })
    if (typeof app === "function") return app(request)
    return request.method === "POST" ? app.POST(request) : app.GET(request)
  }
}

/** Starts the sign-in like the app's button. Returns the URL of its routes, and of Bink's authorization endpoint. */
async function startSignIn(
  browser: TestBrowser,
  basePaths: string[],
): Promise<{ authUrl: string; authorizationUrl: URL }> {
  const tried: string[] = []
  for (const basePath of basePaths) {
    const authUrl = browser.url + basePath
    const location = (await startAuthJs(browser, authUrl)) ?? (await startBetterAuth(browser, authUrl))
    if (location) return { authUrl, authorizationUrl: new URL(location, authUrl) }
    const { status } = await browser.request(`${authUrl}/providers`)
    tried.push(`${authUrl} (HTTP ${status})`)
  }
  throw new BinkError(
    "sign_in_failed",
    `The app has no sign-in with Bink at ${tried.join(" or ")}. ` +
      "Set basePath, check that its providers include Bink, and read the app's log.",
  )
}

/** NextAuth 4, Auth.js 5 and `@auth/core`. Returns `undefined` for an app of another kind. */
async function startAuthJs(browser: TestBrowser, authUrl: string): Promise<string | undefined> {
  const csrf = await browser.request(`${authUrl}/csrf`)
  const { csrfToken = "" } = Object((await csrf.json().catch(() => null)) as unknown) as {
    csrfToken?: string
  }
  // Apps with `skipCSRFCheck` have no token: Auth.js for SvelteKit, whose framework compares the origin, and T3 Turbo.
  if (!csrfToken && csrf.status !== 404) return undefined
  const body = new URLSearchParams({ csrfToken, callbackUrl: browser.url })
  const headers = { origin: new URL(browser.url).origin }
  const response = await browser.request(`${authUrl}/signin/bink`, { method: "POST", headers, body })
  return response.headers.get("location") ?? undefined
}

/** Better Auth with its generic OAuth plugin. */
async function startBetterAuth(browser: TestBrowser, authUrl: string): Promise<string | undefined> {
  for (const [path, body] of [
    ["sign-in/oauth2", { providerId: "bink" }],
    ["sign-in/social", { provider: "bink" }],
  ] as const) {
    const response = await browser.request(`${authUrl}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: new URL(browser.url).origin },
      body: JSON.stringify({ ...body, callbackURL: browser.url, errorCallbackURL: browser.url }),
    })
    const { url } = Object((await response.json().catch(() => null)) as unknown) as { url?: string }
    if (url) return url
  }
  return undefined
}

/** Returns the base URL of the emulator that the app uses. Never sends a request to the real Bink. */
function emulatorOf(authorizationUrl: URL): string {
  const { href, pathname, searchParams } = authorizationUrl
  const error = searchParams.get("error")
  if (isLoopback(authorizationUrl) && pathname.endsWith(ENDPOINT_PATHS.authorize)) {
    return href.slice(0, href.indexOf(ENDPOINT_PATHS.authorize))
  }
  throw new BinkError(
    "sign_in_failed",
    error
      ? `The app could not start the sign-in: error=${error}. Its log has the cause.`
      : `The app does not use the emulator, but ${authorizationUrl.origin}. Set the env of startBink before the app reads its environment.`,
  )
}

/** Chooses the user and accepts the consent screen. Returns the callback URL. */
async function authorize(authorizationUrl: URL, bink: string, user: string): Promise<string> {
  const jar = new CookieJar()
  const send = async (url: string | URL, init: RequestInit = {}) => {
    const response = await fetch(url, { ...init, headers: { cookie: jar.header() }, redirect: "manual" })
    jar.store(response, bink)
    return response
  }
  const response = await send(authorizationUrl)
  const location = response.headers.get("location")
  if (location === null) {
    if (response.status !== 200)
      throw await failed(`the emulator refused the request (HTTP ${response.status})`, user, bink)
    // The login page: the hint matches no user.
    throw new BinkError("sign_in_failed", `Unknown user "${user}". ${await describeUsers(bink)}`)
  }
  const target = new URL(location, `${bink}/`)
  const transaction = target.searchParams.get("transaction")
  // A consent decision of the emulator's options skips the screen.
  if (transaction === null || !target.href.startsWith(`${bink}/`)) return target.href
  const body = new URLSearchParams({ transaction, decision: "allow" })
  const consent = await send(`${bink}/consent`, { method: "POST", body })
  return consent.headers.get("location") ?? bink
}

async function describeUsers(bink: string): Promise<string> {
  const users: { id: string; username: string | null }[] = await fetch(`${bink}/_bink/users`).then(
    (response) => response.json(),
  )
  return `Known users: ${users.map(({ id, username }) => username ?? id).join(", ")}.`
}

async function hasSession(browser: TestBrowser, authUrl: string): Promise<boolean> {
  for (const path of ["session", "get-session"]) {
    const response = await browser.request(`${authUrl}/${path}`)
    const session = Object((await response.json().catch(() => null)) as unknown) as { user?: unknown }
    if (response.ok && session.user) return true
  }
  return false
}

async function failed(problem: string, user: string, bink: string): Promise<BinkError> {
  const log = await fetch(`${bink}/_bink/requests`)
    .then((response) => response.json())
    .catch(() => [])
  const { method, path, status } = log.at(-1) ?? {}
  const last = method
    ? ` The emulator's last request: ${method} ${path}, HTTP ${status ?? "no response"}.`
    : ""
  return new BinkError("sign_in_failed", `The sign-in as "${user}" failed: ${problem}.${last}`)
}
