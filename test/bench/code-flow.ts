const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"
const CLIENT = { client_id: "demo-client", client_secret: "demo-secret", redirect_uri: REDIRECT_URI }

export interface Paths {
  authorize: string
  token: string
  user: string
  /** More parameters of the authorization request. */
  params?: Record<string, string>
}

/**
 * Returns a function that runs the authorization code flow once (RFC 6749 §4.1). It keeps cookies and submits the form of
 * each page, so that a server shows its login and consent pages only the first time.
 */
export function codeFlow(origin: string, paths: Paths): () => Promise<void> {
  const cookies = new Map<string, string>()
  const query = new URLSearchParams({
    client_id: CLIENT.client_id,
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    state: "state",
    ...paths.params,
  })

  async function visit(url: string, init: RequestInit = {}): Promise<string> {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ")
    const response = await fetch(url, { ...init, redirect: "manual", headers: cookie ? { cookie } : {} })
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";", 1)[0]?.split(/=(.*)/) ?? []
      cookies.set(name, value)
    }
    const text = await response.text()
    const location = response.headers.get("location")
    if (location?.startsWith(REDIRECT_URI)) return location
    if (location) return visit(new URL(location, url).href)
    const [, action] = /<form[^>]* action="([^"]+)"/.exec(text) ?? []
    if (!action)
      throw new Error(`No redirect and no form at ${new URL(url).pathname}: HTTP ${response.status}`)
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? ""
    const body = new URLSearchParams({ prompt, login: "ada", password: "any" })
    return visit(new URL(action, url).href, { method: "POST", body })
  }

  return async () => {
    const callback = new URL(await visit(`${origin}${paths.authorize}?${query}`))
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      code: callback.searchParams.get("code") ?? "",
      ...CLIENT,
    })
    const tokens = await fetch(origin + paths.token, { method: "POST", body })
    const { access_token } = (await tokens.json()) as { access_token: string }
    const user = await fetch(origin + paths.user, { headers: { authorization: `Bearer ${access_token}` } })
    const profile = (await user.json()) as { id?: string; sub?: string }
    if (!profile.id && !profile.sub) throw new Error(`The sign-in at ${origin} returned no user.`)
  }
}
