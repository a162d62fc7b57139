import type { BinkEmulator } from "authjs-bink/emulator"

/** Kwame, of the default people: level 1. */
export const KWAME = "cmbink00000000000000kwame"

/** The first address that the default client has registered. */
export const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"

/** What an app sends to the authorize endpoint, by default in order. `null` leaves a parameter out. */
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

/** Asks the emulator, as a browser without JavaScript would, except that redirects are left to the test. */
export type Ask = (url: string, init?: RequestInit) => Promise<Response>

/** Signs a person in by the pages' own forms, and returns the address that the browser is sent back to. */
export async function signIn(
  ask: Ask,
  url: string,
  { person = KWAME, decision = "allow" }: { person?: string; decision?: "allow" | "deny" } = {},
): Promise<URL> {
  const login = await ask(url)
  const transaction = hidden(await login.text(), "transaction")
  const headers = { cookie: login.headers.get("set-cookie")?.split(";")[0] ?? "" }
  const post = (path: string, fields: Record<string, string>) =>
    ask(new URL(path, url).href, {
      method: "POST",
      headers,
      body: new URLSearchParams({ transaction, ...fields }),
    })
  await post("/login", { person })
  const answer = await post("/consent", { decision })
  return new URL(answer.headers.get("location") ?? `no-redirect:${answer.status}`)
}

/** The value of a form's hidden field. */
export function hidden(html: string, name: string): string {
  const [, value] = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)">`).exec(html) ?? []
  if (value === undefined) throw new Error(`The page has no hidden field ${name}.`)
  return value
}

/** Asks an emulator without a port. */
export function asking(bink: BinkEmulator): Ask {
  return (url, init) => bink.fetch(new Request(url, init))
}

/** The body of a token request, by default in order. `null` leaves a parameter out. */
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

/** Posts to the token endpoint. */
export function exchange(
  ask: Ask,
  params: Record<string, string | string[] | null>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return ask("http://bink.test/api/oauth/token", { method: "POST", headers, body: tokenForm(params) })
}

/** Asks for the profile behind a token. */
export function profile(ask: Ask, token: string): Promise<Response> {
  return ask("http://bink.test/api/oauth/user", { headers: { Authorization: `Bearer ${token}` } })
}

/** Signs in as far as an authorization code. */
export async function codeFor(ask: Ask, params: Record<string, string> = {}): Promise<string> {
  return (await signIn(ask, authorizeUrl(params))).searchParams.get("code") as string
}
