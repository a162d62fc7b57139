import type { RequestContext } from "../context.js"

/** Largest request body that is read, in bytes. */
export const MAX_BODY_SIZE = 65_536

/** Reads a posted form. Returns `null` for other methods, other content types and bodies that cannot be read. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const [contentType = ""] = (request.headers.get("Content-Type") ?? "").split(";")
  const isForm =
    request.method === "POST" && contentType.trim().toLowerCase() === "application/x-www-form-urlencoded"
  const text = isForm ? await readText(request) : null
  return text === null ? null : new URLSearchParams(text)
}

/**
 * Reads the parameters of a token request: a form, or a JSON object of strings. Bink's developer page states that its
 * endpoints accept JSON, and its examples send a form.
 */
export async function readParameters(request: Request): Promise<URLSearchParams | null> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("Content-Type") ?? "")) return readForm(request)
  if (request.method !== "POST") return null
  try {
    const body: unknown = JSON.parse((await readText(request)) ?? "")
    if (typeof body !== "object" || body === null || Array.isArray(body)) return null
    const entries = Object.entries(body).filter(([, value]) => value !== null)
    return entries.every(([, value]) => typeof value === "string") ? new URLSearchParams(entries) : null
  } catch {
    return null
  }
}

/** Reads a body as text. Returns `null` if it is too large or the connection broke. */
export async function readText(request: Request): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ""
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > MAX_BODY_SIZE) return null
      text += decoder.decode(chunk, { stream: true })
    }
  } catch {
    return null
  }
  return text + decoder.decode()
}

/** Returns a parameter's value. An empty value counts as missing (RFC 6749 §3.1). */
export function param(params: URLSearchParams, name: string): string | null {
  return params.get(name) || null
}

/** Returns the first of these parameters that occurs more than once, which RFC 6749 §3.1 forbids. */
export function repeatedParam(params: URLSearchParams, names: readonly string[]): string | undefined {
  return names.find((name) => params.getAll(name).length > 1)
}

/** Returns the browser's id from its cookie. `null` for a new browser, and for clients without cookies. */
export function browserId(context: RequestContext): string | null {
  const prefix = `${cookieName(context)}=`
  for (const cookie of (context.request.headers.get("Cookie") ?? "").split(";")) {
    const id = cookie.trim()
    if (id.startsWith(prefix) && /^[A-Za-z0-9]{16,64}$/.test(id.slice(prefix.length)))
      return id.slice(prefix.length)
  }
  return null
}

/** Returns the headers that set the cookie with the browser's id. */
export function browserCookie(context: RequestContext, id: string): Record<string, string> {
  const secure = context.url.protocol === "https:" ? "; Secure" : ""
  const path = context.base || "/"
  return { "Set-Cookie": `${cookieName(context)}=${id}; Path=${path}; HttpOnly; SameSite=Lax${secure}` }
}

/** Cookies ignore the port. With the port in the name, emulators on one machine keep separate cookies. */
function cookieName({ url }: RequestContext): string {
  return `bink_emulator_${url.port || "browser"}`
}

/**
 * Returns `true` if the browser sent the request from a page of another site, or of another port of this machine.
 * Current browsers send `Sec-Fetch-Site`, older ones `Origin`. A client that sends neither has no user's cookies.
 */
export function isCrossSite({ request, url }: RequestContext): boolean {
  const site = request.headers.get("Sec-Fetch-Site")
  if (site !== null) return site !== "same-origin" && site !== "none"
  const origin = request.headers.get("Origin")
  if (origin === null) return false
  // The request URL of a mounted emulator can differ from the browser's. The Host header has the browser's host.
  const host = request.headers.get("Host") ?? url.host
  return !URL.canParse(origin) || new URL(origin).host !== host
}
