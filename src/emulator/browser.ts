import type { Visit } from "./emulation.js"

/**
 * The cookie that tells browsers apart. Cookies do not know ports, so its name does: the apps and emulators of one
 * machine leave each other's alone.
 */
function cookieName(visit: Visit): string {
  return `bink_emulator_${visit.url.port || "browser"}`
}

/** The browser that asks, or `null` for one that was not here before, and for scripts that keep no cookies. */
export function browserOf(visit: Visit): string | null {
  const prefix = `${cookieName(visit)}=`
  for (const cookie of (visit.request.headers.get("Cookie") ?? "").split(";")) {
    const id = cookie.trim()
    if (id.startsWith(prefix) && /^[A-Za-z0-9]{16,64}$/.test(id.slice(prefix.length)))
      return id.slice(prefix.length)
  }
  return null
}

/** Headers by which a browser is known from now on. */
export function rememberBrowser(visit: Visit, browser: string): Record<string, string> {
  const secure = visit.url.protocol === "https:" ? "; Secure" : ""
  const path = visit.base || "/"
  return { "Set-Cookie": `${cookieName(visit)}=${browser}; Path=${path}; HttpOnly; SameSite=Lax${secure}` }
}

/**
 * Whether a browser sends a form that another site, or another port of this machine, put together. Every browser of
 * today says so in `Sec-Fetch-Site`, older ones in `Origin`. A script that sends neither holds nobody's cookies.
 */
export function isForgery(visit: Visit): boolean {
  const site = visit.request.headers.get("Sec-Fetch-Site")
  if (site !== null) return site !== "same-origin" && site !== "none"
  const origin = visit.request.headers.get("Origin")
  if (origin === null) return false
  // A mount may know itself by another name than the browser does; the Host header holds the browser's.
  const host = visit.request.headers.get("Host") ?? visit.url.host
  return !URL.canParse(origin) || new URL(origin).host !== host
}
