import type { Html } from "./html.js"

/** An answer that no cache may keep (RFC 6749 §5.1). */
export function json(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { "Content-Type": "application/json", ...UNCACHED, ...init.headers },
  })
}

/** An error of the token or user endpoint (RFC 6749 §5.2). Descriptions never quote what was sent. */
export function oauthError(
  error: string,
  description: string,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return json({ error, error_description: description }, { status: 400, ...init })
}

/** A page. It loads its styles and its script from the emulator alone, and stands in nobody's frame. */
export function page(body: Html, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return new Response(body.markup, {
    status: init.status ?? 200,
    headers: { "Content-Type": "text/html;charset=UTF-8", ...UNCACHED, ...PAGE_SECURITY, ...init.headers },
  })
}

/**
 * A redirect that always turns into a GET. 307 and 308 would send the form a person filled in on to the app
 * (RFC 9700 §4.12).
 */
export function redirect(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, ...UNCACHED, "Referrer-Policy": "no-referrer", ...headers },
  })
}

const UNCACHED = { "Cache-Control": "no-store", Pragma: "no-cache" }

/**
 * No `form-action`: Chromium holds it against every redirect that follows a form, and the last one leads to the
 * app, which may send the browser on to anywhere.
 */
const PAGE_SECURITY = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  // Not "no-referrer": that makes a browser send its own forms with `Origin: null`.
  "Referrer-Policy": "same-origin",
}
