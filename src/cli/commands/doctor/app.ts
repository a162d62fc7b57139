import { isLoopback } from "../../../oauth/endpoints.js"
import { authUrl } from "./callback-url.js"
import type { Finding, Patient } from "./finding.js"
import { ask, reason } from "./request.js"

/** Looks at the running app from outside, as a browser does, up to where a person would have to sign in. */
export async function checkApp(patient: Patient): Promise<Finding[]> {
  const { url, framework } = patient
  if (!url) {
    return [unknown("With --url, the running app is looked at too: --url http://localhost:3000")]
  }
  const routes = authUrl(patient)
  try {
    const start = framework === "better-auth" ? await startBetterAuth(routes) : await startAuthJs(routes)
    if ("status" in start) return [start]
    return [
      checkCallbackOrigin(url, start.callbackUrl),
      checkCookies(url, start.cookies),
      ...(await checkAuthorization(start.location, start.callbackUrl)),
    ]
  } catch (error) {
    return [
      {
        check: "app",
        status: "error",
        says: `The app does not answer at ${url.origin} (${reason(error)}).`,
        fix: "Start it, and check the address given with --url.",
      },
    ]
  }
}

const unknown = (says: string): Finding => ({ check: "app", status: "unknown", says })

/** A sign-in that was begun and goes no further. */
interface Start {
  /** Where the app says that Bink will send people back to. */
  callbackUrl: string
  cookies: string[]
  /** Where the browser would be sent to. */
  location: string
}

/** What a click on the button does: a CSRF token, then a POST, which answers with the way to Bink. */
async function startAuthJs(routes: string): Promise<Start | Finding> {
  const listed = await ask(`${routes}/providers`)
  const providers = await listed.json().catch(() => undefined)
  if (listed.status !== 200 || typeof providers !== "object" || providers === null)
    return noAnswer(routes, listed)
  const entries = Object.values(
    providers as Record<string, { id: string; name: string; callbackUrl: string }>,
  )
  const bink =
    entries.find(({ id }) => id === "bink") ?? entries.find(({ id, name }) => /bink/i.test(id + name))
  if (!bink) return noBink(routes, "providers: [Bink]")

  const csrf = await ask(`${routes}/csrf`)
  // Auth.js for SvelteKit has no such token: SvelteKit itself compares where a form was sent from.
  const { csrfToken = "" } = Object(await csrf.json().catch(() => undefined)) as { csrfToken?: string }
  const cookies = csrf.headers.getSetCookie()
  const response = await ask(`${routes}/signin/${bink.id}`, {
    method: "POST",
    headers: {
      cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; "),
      origin: new URL(routes).origin,
    },
    body: new URLSearchParams({ csrfToken }),
  })
  return {
    callbackUrl: bink.callbackUrl,
    cookies: [...cookies, ...response.headers.getSetCookie()],
    location: response.headers.get("location") ?? "",
  }
}

/** Better Auth answers one POST with the way to Bink, and does not list its providers. */
async function startBetterAuth(routes: string): Promise<Start | Finding> {
  const response = await ask(`${routes}/sign-in/social`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(routes).origin },
    body: JSON.stringify({ provider: "bink", callbackURL: "/" }),
  })
  const answer = await response.json().catch(() => undefined)
  const { url, code } = Object(answer) as { url?: unknown; code?: unknown }
  if (code === "PROVIDER_NOT_FOUND") return noBink(routes, "genericOAuth({ config: [bink()] })")
  if (response.status !== 200 || typeof url !== "string") return noAnswer(routes, response)
  const redirectUri = URL.canParse(url) ? new URL(url).searchParams.get("redirect_uri") : null
  return { callbackUrl: redirectUri ?? "", cookies: response.headers.getSetCookie(), location: url }
}

function noAnswer(routes: string, { status }: Response): Finding {
  return {
    check: "app",
    status: "error",
    says: `The sign-in routes do not answer at ${routes} (HTTP ${status}).`,
    fix:
      status >= 500
        ? "The app's log says why. Most often it is AUTH_SECRET, or UntrustedHost: AUTH_TRUST_HOST=true, or AUTH_URL."
        : "Check that the route is there (app/api/auth/[...nextauth]/route.ts), and give its path if it is another: --url http://localhost:3000/auth",
  }
}

function noBink(routes: string, how: string): Finding {
  return {
    check: "app",
    status: "error",
    says: `The app answers at ${routes}, and Bink is not among its providers.`,
    fix: `Add it: ${how}, as in the README.`,
  }
}

function checkCallbackOrigin(url: URL, callbackUrl: string): Finding {
  const check = "app"
  if (URL.canParse(callbackUrl) && new URL(callbackUrl).origin === url.origin) {
    return {
      check,
      status: "ok",
      says: `The app sends people back to ${callbackUrl}: register exactly that.`,
    }
  }
  return {
    check,
    status: "error",
    says: `The app is at ${url.origin}, and would send people back to ${callbackUrl}.`,
    fix: "Set AUTH_URL (next-auth 4: NEXTAUTH_URL, Better Auth: BETTER_AUTH_URL) to its real address, or have the proxy hand on Host and X-Forwarded-Proto.",
  }
}

function checkCookies(url: URL, cookies: string[]): Finding {
  const check = "cookies"
  const isSecure = cookies.length > 0 && cookies.every((cookie) => /;\s*secure/i.test(cookie))
  if (url.protocol === "https:") {
    if (isSecure) return { check, status: "ok", says: "Cookies are for https: only." }
    return {
      check,
      status: "error",
      says: "The app is served over https:, and its cookies are not marked Secure: it takes itself to be on http:.",
      fix: "Have the proxy send X-Forwarded-Proto: https, or set AUTH_URL (v4: NEXTAUTH_URL) to the https: address.",
    }
  }
  if (isSecure) {
    return {
      check,
      status: "error",
      says: "Cookies are marked Secure, and over http: browsers will not send them back: no sign-in can end.",
      fix: "Open the app over https:, or set AUTH_URL (v4: NEXTAUTH_URL) to the http: address for development.",
    }
  }
  if (isLoopback(url)) return { check, status: "ok", says: "Cookies fit http: on this machine." }
  return {
    check,
    status: "warning",
    says: "The app is served over http: to other machines, so its session cookies can be read on the way.",
    fix: "Serve it over https:.",
  }
}

/** The request that the browser would make to Bink, and what Bink says to it before anyone signs in. */
async function checkAuthorization(location: string, callbackUrl: string): Promise<Finding[]> {
  const check = "sign-in"
  const address = URL.canParse(location) ? new URL(location) : undefined
  const query = address?.searchParams
  if (!address || !query?.get("redirect_uri")) {
    return [
      {
        check,
        status: "error",
        says: "A sign-in does not get as far as Bink: the app sends the browser back to a page of its own.",
        fix: "Its log says why. Most often it is AUTH_BINK_ID or AUTH_SECRET that the app does not see.",
      },
    ]
  }
  const clientId = query.get("client_id")
  if (!clientId || clientId === "undefined") {
    return [
      {
        check,
        status: "error",
        says: "The app sends people to Bink without a client_id.",
        fix: "Set AUTH_BINK_ID where the app runs, and restart it.",
      },
    ]
  }
  return [checkRedirectUri(query, callbackUrl), checkGuards(query), await checkWelcome(address)]
}

function checkRedirectUri(query: URLSearchParams, callbackUrl: string): Finding {
  const check = "redirect_uri"
  const sent = query.get("redirect_uri")
  if (sent === callbackUrl) return { check, status: "ok", says: "The redirect URI is the callback URL." }
  return {
    check,
    status: "warning",
    says: `The redirect URI is ${sent}, and not the app's own callback URL: fine with redirectProxyUrl, else a mistake.`,
    fix: "Register the one that is sent.",
  }
}

function checkGuards(query: URLSearchParams): Finding {
  const check = "guards"
  const hasPkce = query.get("code_challenge_method") === "S256"
  if (query.get("state") && hasPkce) {
    return { check, status: "ok", says: "Sign-ins carry state and PKCE (S256)." }
  }
  if (query.get("state") || hasPkce) {
    return {
      check,
      status: "warning",
      says: `Sign-ins carry ${hasPkce ? "PKCE alone, which guards nothing if Bink ignores it" : "state alone"}.`,
      fix: 'Leave Bink\'s checks as they are by default, ["pkce", "state"], unless Bink does not hand state back.',
    }
  }
  return {
    check,
    status: "error",
    says: "Sign-ins carry neither state nor PKCE: someone can be signed in as somebody else.",
    fix: 'Remove checks from the provider\'s options: the default is ["pkce", "state"].',
  }
}

async function checkWelcome(address: URL): Promise<Finding> {
  const check = "registration"
  let status: number
  try {
    status = (await ask(address)).status
  } catch (error) {
    return {
      check,
      status: "error",
      says: `The app sends people to ${address.origin}, which does not answer (${reason(error)}).`,
      fix: "Start it, if it is the emulator: npx authjs-bink emulator. Else mend AUTH_BINK_ISSUER where the app runs.",
    }
  }
  if (status < 400) {
    return {
      check,
      status: "ok",
      says: `${address.origin} takes the sign-in: client and redirect URI are known there.`,
    }
  }
  const redirectUri = address.searchParams.get("redirect_uri")
  const emulator = isLoopback(address) ? ` (npx authjs-bink emulator --redirect-uri ${redirectUri})` : ""
  return {
    check,
    status: "error",
    says: `${address.origin} refuses the sign-in (HTTP ${status}): it does not know the client, or not with this redirect URI.`,
    fix: `Compare AUTH_BINK_ID, and have this registered to the letter: ${redirectUri}${emulator}`,
  }
}
