import type { Html } from "../pages/html.js"

interface ResponseOptions {
  status?: number
  headers?: Record<string, string>
}

/** Returns a JSON response that is never cached (RFC 6749 §5.1). */
export function json(body: unknown, { status = 200, headers }: ResponseOptions = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...NO_CACHE, ...headers },
  })
}

/** Returns an OAuth error (RFC 6749 §5.2). The description never quotes the request. */
export function oauthError(error: string, description: string, options?: ResponseOptions): Response {
  return json({ error, error_description: description }, { status: 400, ...options })
}

/** Returns an HTML page. It loads styles and scripts from the emulator only, and cannot be framed. */
export function page(body: Html, { status = 200, headers }: ResponseOptions = {}): Response {
  return new Response(body.markup, {
    status,
    headers: { "Content-Type": "text/html;charset=UTF-8", ...NO_CACHE, ...PAGE_SECURITY, ...headers },
  })
}

/** Returns a redirect that the browser follows with GET. 307 and 308 would send the form to the app (RFC 9700 §4.12). */
export function redirect(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, ...NO_CACHE, "Referrer-Policy": "no-referrer", ...headers },
  })
}

const NO_CACHE = { "Cache-Control": "no-store", Pragma: "no-cache" }

const PAGE_SECURITY = {
  // Without form-action: Chromium applies it to the redirects after a form too, and the last one leads to the app.
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  // With "no-referrer", browsers would send the emulator's own forms with `Origin: null`.
  "Referrer-Policy": "same-origin",
}
