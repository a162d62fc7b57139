import type { BinkEmulator } from "authjs-bink/emulator"

/** Id of the default user Kwame, who has level 1. */
export const KWAME = "cmbink00000000000000kwame"

/** The first redirect URI of the default client. */
export const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"

/** Returns the URL of a valid authorization request, with other parameters on request. `null` removes one. */
export function authorizeUrl(
  params: Record<string, string | string[] | null> = {},
  base = "http://bink.test",
): string {
  const all = { client_id: "demo-client", redirect_uri: REDIRECT_URI, response_type: "code", ...params }
  const search = new URLSearchParams()
  for (const [name, given] of Object.entries(all)) {
    for (const value of [given ?? []].flat()) search.append(name, value)
  }
  return `${base}/api/oauth/authorize?${search}`
}

/** Sends a request to an emulator. Follows no redirects. */
export type Send = (url: string, init?: RequestInit) => Promise<Response>

/** Signs a user in with the forms of the pages. Returns the URL that the browser is redirected to. */
export async function signIn(
  send: Send,
  url: string,
  { user = KWAME, decision = "allow" }: { user?: string; decision?: "allow" | "deny" } = {},
): Promise<URL> {
  const login = await send(url)
  const transaction = hidden(await login.text(), "transaction")
  const headers = { cookie: login.headers.get("set-cookie")?.split(";")[0] ?? "" }
  const post = (path: string, fields: Record<string, string>) =>
    send(new URL(path, url).href, {
      method: "POST",
      headers,
      body: new URLSearchParams({ transaction, ...fields }),
    })
  await post("/login", { person: user })
  const response = await post("/consent", { decision })
  return new URL(response.headers.get("location") ?? `no-redirect:${response.status}`)
}

/** Returns the value of a hidden form field. */
export function hidden(html: string, name: string): string {
  const [, value] = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)">`).exec(html) ?? []
  if (value === undefined) throw new Error(`The page has no hidden field ${name}.`)
  return value
}

/** Returns a function that sends requests to an emulator without a port. */
export function sendTo(bink: BinkEmulator): Send {
  return (url, init) => bink.fetch(new Request(url, init))
}

/** Returns the body of a valid token request, with other parameters on request. `null` removes one. */
export function tokenForm(params: Record<string, string | string[] | null>): URLSearchParams {
  const all = {
    grant_type: "authorization_code",
    client_id: "demo-client",
    client_secret: "demo-secret",
    redirect_uri: REDIRECT_URI,
    ...params,
  }
  const form = new URLSearchParams()
  for (const [name, given] of Object.entries(all)) {
    for (const value of [given ?? []].flat()) form.append(name, value)
  }
  return form
}

/** Sends a token request. */
export function exchange(
  send: Send,
  params: Record<string, string | string[] | null>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return send("http://bink.test/api/oauth/token", { method: "POST", headers, body: tokenForm(params) })
}

/** Requests the profile of a token. */
export function profile(send: Send, token: string): Promise<Response> {
  return send("http://bink.test/api/oauth/user", { headers: { Authorization: `Bearer ${token}` } })
}

/** Signs in and returns the authorization code. */
export async function codeFor(send: Send, params: Record<string, string> = {}): Promise<string> {
  return (await signIn(send, authorizeUrl(params))).searchParams.get("code") as string
}
