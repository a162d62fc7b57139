import { isLoopback } from "../../../oauth/endpoints.js"
import { executeCommand } from "../../project/package-manager.js"
import type { DoctorContext } from "./context.js"
import { type Finding, withReference } from "./finding.js"
import { CERTIFICATE_FIX, discard, isCertificateError, readObject, reasonOf, request } from "./request.js"

/** Checks the running app from outside: starts a sign-in as a browser does, without a user. */
export async function checkApp(context: DoctorContext): Promise<Finding[]> {
  const { url, framework, addresses } = context
  if (!url) {
    return [
      {
        level: "unknown",
        code: "app_not_checked",
        message: `The running app was not checked. Add its address: --url ${addresses.origin}`,
      },
    ]
  }
  const routes = addresses.origin + addresses.authPath
  try {
    const start =
      framework === "better-auth" ? await startBetterAuth(routes) : await startAuthJs(context, routes)
    if ("level" in start) return [start]
    return [
      checkCallbackOrigin(url, start.callbackUrl),
      checkCookies(url, start.cookies),
      ...(await checkAuthorization(context, start.location, start.callbackUrl)),
    ]
  } catch (error) {
    if (isCertificateError(error)) {
      return [
        {
          level: "error",
          code: "app_certificate_untrusted",
          message: `Node.js does not trust the certificate of ${url.origin} (${reasonOf(error)}), so the app was not checked.`,
          fix: CERTIFICATE_FIX,
        },
      ]
    }
    return [
      {
        level: "error",
        code: "app_unreachable",
        message: `The app does not respond at ${url.origin} (${reasonOf(error)}).`,
        fix: "Start it, and check the address in --url.",
      },
    ]
  }
}

/** A sign-in that was started, and goes no further. */
interface Start {
  /** The callback URL that the app computes. */
  callbackUrl: string
  cookies: string[]
  /** Where the browser would be redirected to. */
  location: string
}

/** Does what a click on the button does: reads a CSRF token, and sends the form that redirects to Bink. */
async function startAuthJs({ packageManager }: DoctorContext, routes: string): Promise<Start | Finding> {
  const listed = await request(`${routes}/providers`)
  const providers = Object.values(await readObject(listed)).filter(isProvider)
  if (listed.status !== 200 || providers.length === 0) {
    return listed.status === 200 ? providerMissing(routes, packageManager) : noResponse(routes, listed)
  }
  const bink =
    providers.find(({ id }) => id === "bink") ??
    providers.find(({ id, name }) => /bink/i.test(`${id} ${name}`))
  if (!bink) return providerMissing(routes, packageManager)

  const csrf = await request(`${routes}/csrf`)
  // Auth.js for SvelteKit has no such token: SvelteKit compares the origin of the form.
  const { csrfToken } = await readObject(csrf)
  const cookies = csrf.headers.getSetCookie()
  const response = await discard(
    await request(`${routes}/signin/${encodeURIComponent(bink.id)}`, {
      method: "POST",
      headers: {
        cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; "),
        origin: new URL(routes).origin,
      },
      body: new URLSearchParams({ csrfToken: typeof csrfToken === "string" ? csrfToken : "" }),
    }),
  )
  return {
    callbackUrl: bink.callbackUrl,
    cookies: [...cookies, ...response.headers.getSetCookie()],
    location: response.headers.get("location") ?? "",
  }
}

interface Provider {
  id: string
  name?: unknown
  callbackUrl: string
}

function isProvider(value: unknown): value is Provider {
  const { id, callbackUrl } = Object(value) as Partial<Provider>
  return typeof id === "string" && typeof callbackUrl === "string"
}

/** Better Auth responds to one POST with the URL of Bink. It does not list its providers. */
async function startBetterAuth(routes: string): Promise<Start | Finding> {
  const response = await request(`${routes}/sign-in/social`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(routes).origin },
    body: JSON.stringify({ provider: "bink", callbackURL: "/" }),
  })
  const { url, code } = await readObject(response)
  if (code === "PROVIDER_NOT_FOUND") {
    return {
      level: "error",
      code: "provider_missing",
      message: `The app responds at ${routes}, but Bink is not among its providers.`,
      fix: withReference(
        "Add genericOAuth({ config: [bink()] }) to the plugins.",
        "oauth_provider_not_found",
      ),
    }
  }
  if (response.status !== 200 || typeof url !== "string") return noResponse(routes, response)
  const redirectUri = URL.canParse(url) ? new URL(url).searchParams.get("redirect_uri") : null
  return { callbackUrl: redirectUri ?? "", cookies: response.headers.getSetCookie(), location: url }
}

function noResponse(routes: string, { status, headers }: Response): Finding {
  const location = headers.get("location")
  const isRedirect = status >= 300 && status < 400
  return {
    level: "error",
    code: "auth_routes_missing",
    message: `The sign-in routes do not respond at ${routes} (HTTP ${status}${isRedirect && location ? ` to ${location}` : ""}).`,
    fix:
      status >= 500
        ? withReference(
            "The app's log has the cause. Common causes: AUTH_SECRET is missing, or UntrustedHost (AUTH_TRUST_HOST=true or AUTH_URL).",
            "MissingSecret",
          )
        : isRedirect
          ? "Exclude the sign-in routes from the middleware that redirects, or add their path to --url."
          : "Check that the route exists (app/api/auth/[...nextauth]/route.ts). For another path, add it: --url http://localhost:3000/auth",
  }
}

function providerMissing(routes: string, packageManager: DoctorContext["packageManager"]): Finding {
  return {
    level: "error",
    code: "provider_missing",
    message: `The app responds at ${routes}, but Bink is not among its providers.`,
    fix: `Add it: providers: [Bink]. In a Next.js app: ${executeCommand(packageManager, "authjs-bink init")}`,
  }
}

function checkCallbackOrigin(url: URL, callbackUrl: string): Finding {
  if (URL.canParse(callbackUrl) && new URL(callbackUrl).origin === url.origin) {
    return {
      level: "ok",
      code: "app_callback_url",
      message: `The app uses the callback URL ${callbackUrl}. Register exactly this one.`,
    }
  }
  return {
    level: "error",
    code: "app_origin_mismatch",
    message: `The app is at ${url.origin}, but its callback URL is ${callbackUrl}.`,
    fix: "Set AUTH_URL (next-auth 4: NEXTAUTH_URL, Better Auth: BETTER_AUTH_URL) to the address of the app, or let the proxy forward Host and X-Forwarded-Proto.",
  }
}

function checkCookies(url: URL, cookies: string[]): Finding {
  const isSecure = cookies.length > 0 && cookies.every((cookie) => /;\s*secure/i.test(cookie))
  if (url.protocol === "https:") {
    if (isSecure)
      return { level: "ok", code: "cookies_correct", message: "Cookies are sent over https: only." }
    return {
      level: "error",
      code: "cookies_not_secure",
      message:
        "The app is served over https:, but its cookies are not marked Secure: it sees http: requests.",
      fix: "Let the proxy send X-Forwarded-Proto: https, or set AUTH_URL (next-auth 4: NEXTAUTH_URL) to the https: address.",
    }
  }
  if (isSecure) {
    return {
      level: "error",
      code: "cookies_not_sent",
      message: "Cookies are marked Secure, and browsers do not send them over http:. No sign-in can end.",
      fix: "Open the app over https:, or set AUTH_URL (next-auth 4: NEXTAUTH_URL) to the http: address for development.",
    }
  }
  if (isLoopback(url))
    return { level: "ok", code: "cookies_correct", message: "Cookies fit http: on this machine." }
  return {
    level: "warning",
    code: "cookies_readable",
    message:
      "The app is served over http: to other machines, so others on the network can read its session cookies.",
    fix: "Serve it over https:.",
  }
}

/** Checks the authorization request that a browser would send to Bink, and how Bink responds to it. */
async function checkAuthorization(
  context: DoctorContext,
  location: string,
  callbackUrl: string,
): Promise<Finding[]> {
  const address = URL.canParse(location) ? new URL(location) : undefined
  const query = address?.searchParams
  if (!address || !query?.get("redirect_uri")) {
    return [
      {
        level: "error",
        code: "sign_in_failed",
        message: "A sign-in does not reach Bink: the app redirects the browser to one of its own pages.",
        fix: withReference(
          "The app's log has the cause. Common causes: the app does not receive AUTH_BINK_ID or AUTH_SECRET.",
          "Configuration",
        ),
      },
    ]
  }
  const clientId = query.get("client_id")
  if (!clientId || clientId === "undefined") {
    return [
      {
        level: "error",
        code: "client_id_not_sent",
        message: "The app sends no client_id to Bink.",
        fix: withReference("Set AUTH_BINK_ID where the app runs, and restart it.", "missing_credentials"),
      },
    ]
  }
  return [
    checkRedirectUri(query, callbackUrl),
    checkProtection(query),
    await checkRegistration(context, address),
  ]
}

function checkRedirectUri(query: URLSearchParams, callbackUrl: string): Finding {
  const sent = query.get("redirect_uri")
  if (sent === callbackUrl)
    return { level: "ok", code: "redirect_uri_correct", message: "The redirect URI is the callback URL." }
  return {
    level: "warning",
    code: "redirect_uri_differs",
    message: `The redirect URI is ${sent}, and not the app's own callback URL. That is correct with redirectProxyUrl only.`,
    fix: "Register the redirect URI that is sent.",
  }
}

function checkProtection(query: URLSearchParams): Finding {
  const hasPkce = query.get("code_challenge_method") === "S256"
  const hasState = Boolean(query.get("state"))
  if (hasState && hasPkce)
    return { level: "ok", code: "sign_in_protected", message: "Sign-ins use state and PKCE (S256)." }
  if (hasState || hasPkce) {
    return {
      level: "warning",
      code: "sign_in_partly_protected",
      message: `Sign-ins use ${hasPkce ? "PKCE alone, which has no effect if the server ignores it" : "state alone"}.`,
      fix: 'Keep the default checks of Bink, ["pkce", "state"], unless the server does not return state.',
    }
  }
  return {
    level: "error",
    code: "sign_in_unprotected",
    message:
      "Sign-ins use neither state nor PKCE, so an attacker can sign a user in to the attacker's account.",
    fix: 'Remove checks from the options of the provider: the default is ["pkce", "state"].',
  }
}

async function checkRegistration({ packageManager }: DoctorContext, address: URL): Promise<Finding> {
  const emulator = executeCommand(packageManager, "authjs-bink emulator")
  let status: number
  try {
    status = (await discard(await request(address))).status
  } catch (error) {
    return {
      level: "error",
      code: "bink_unreachable_from_app",
      message: `The app redirects to ${address.origin}, which does not respond (${reasonOf(error)}).`,
      fix: isLoopback(address)
        ? `Start the emulator: ${emulator}`
        : "Correct AUTH_BINK_ISSUER where the app runs.",
    }
  }
  if (status < 400) {
    return {
      level: "ok",
      code: "client_registered",
      message: `${address.origin} accepts the sign-in: it knows the client and the redirect URI.`,
    }
  }
  const redirectUri = address.searchParams.get("redirect_uri")
  const command = isLoopback(address) ? ` (${emulator} --redirect-uri ${redirectUri})` : ""
  return {
    level: "error",
    code: "client_not_registered",
    message: `${address.origin} rejects the sign-in (HTTP ${status}): it does not know the client, or not this redirect URI.`,
    fix: `Compare AUTH_BINK_ID, and register this redirect URI exactly: ${redirectUri}${command}`,
  }
}
